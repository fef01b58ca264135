import type { Person } from "../api/shapes.ts";
import { simulator } from "../api/simulator.ts";
import { useLive } from "../api/use-live.ts";
import { AsPerson } from "../shell/AsPerson.tsx";
import { Failed, Loading } from "../shell/LoadingState.tsx";
import { MailboxView } from "./MailboxView.tsx";

export function OutlookPage() {
  return <AsPerson>{(person) => <OpenMailbox person={person} />}</AsPerson>;
}

function OpenMailbox({ person }: { person: Person }) {
  const { loaded, reload } = useLive(
    `mailbox ${person.id}`,
    (signal) => simulator.mailbox(person.id, signal),
    ["mailboxes"],
  );
  if (loaded.status === "loading") return <Loading label="Opening Outlook" />;
  if (loaded.status === "failed")
    return <Failed message={loaded.message} onRetry={reload} />;
  return <MailboxView mailbox={loaded.value} onChanged={reload} />;
}
