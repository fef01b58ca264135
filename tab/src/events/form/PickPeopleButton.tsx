import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { canPickPeople, pickPeople } from "../../teams/pick-people.ts";
import { takePicked } from "./picked-people.ts";

/** Opens Teams' own people picker; nothing where this client of Teams has none. */
export function PickPeopleButton(props: {
  onPicked: (addresses: string[]) => void;
  /** Hears what did not work, and null as soon as it is tried again. */
  onProblem: (problem: string | null) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  if (!canPickPeople()) return null;

  async function pick(): Promise<void> {
    setOpen(true);
    props.onProblem(null);
    try {
      const { addresses, problem } = takePicked((await pickPeople()) ?? []);
      props.onPicked(addresses);
      props.onProblem(problem);
    } catch {
      props.onProblem(
        "Teams did not open its people picker. Type the addresses instead.",
      );
    } finally {
      setOpen(false);
    }
  }

  return (
    <Button disabledFocusable={isOpen} onClick={() => void pick()}>
      Pick people
    </Button>
  );
}
