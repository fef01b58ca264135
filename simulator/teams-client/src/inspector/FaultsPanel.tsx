import {
  Button,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Delete20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { sentenceOf } from "../api/call.ts";
import { simulator } from "../api/simulator.ts";
import { useLive } from "../api/use-live.ts";
import { Failed, Loading } from "../shell/LoadingState.tsx";
import { faultSentence } from "./fault-sentence.ts";
import { NewFault } from "./NewFault.tsx";

const useStyles = makeStyles({
  panel: {
    padding: tokens.spacingHorizontalL,
    display: "grid",
    gap: tokens.spacingVerticalL,
    maxWidth: "760px",
  },
  heading: { margin: 0 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gap: tokens.spacingVerticalXS,
  },
  fault: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
  sentence: { flexGrow: 1, overflowWrap: "anywhere" },
  muted: { color: tokens.colorNeutralForeground3 },
});

/** Faults that wait to happen, and a form for more. */
export function FaultsPanel() {
  const styles = useStyles();
  const [refusal, setRefusal] = useState<string>();
  // A fault that has happened leaves the list: exchanges tell when to look.
  const { loaded, reload } = useLive("faults", simulator.faults, [
    "settings",
    "exchanges",
  ]);
  if (loaded.status === "loading") return <Loading label="Reading faults" />;
  if (loaded.status === "failed")
    return <Failed message={loaded.message} onRetry={reload} />;
  const run = (work: Promise<unknown>) => {
    setRefusal(undefined);
    work.then(reload, (error: unknown) => setRefusal(sentenceOf(error)));
  };
  return (
    <div className={styles.panel}>
      {refusal && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      <Subtitle2 as="h2" className={styles.heading}>
        Waiting to happen
      </Subtitle2>
      {loaded.value.length === 0 && (
        <Text className={styles.muted}>Nothing: all goes well.</Text>
      )}
      <ul aria-label="Faults" className={styles.list}>
        {loaded.value.map((fault) => (
          <li key={fault.id} className={styles.fault}>
            <Text className={styles.sentence}>{faultSentence(fault)}</Text>
            <Button
              appearance="subtle"
              icon={<Delete20Regular />}
              aria-label="Remove this fault"
              onClick={() => run(simulator.removeFault(fault.id))}
            />
          </li>
        ))}
      </ul>
      <Subtitle2 as="h2" className={styles.heading}>
        Add a fault
      </Subtitle2>
      <NewFault onAdd={(fault) => run(simulator.addFault(fault))} />
    </div>
  );
}
