import { Button, Text } from "@fluentui/react-components";
import { PeopleTeam20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { HeldSession, MailboxEvent } from "../api/mailbox-shapes.ts";
import { simulator } from "../api/simulator.ts";
import { useWork } from "../api/use-work.ts";
import { readerOfThisBrowser, timeRange } from "./when.ts";

/** Has the event's Teams meeting take place with whom one would expect, so that there is an attendance report. */
export function HoldMeeting({ event }: { event: MailboxEvent }) {
  const { isBusy, error, run } = useWork();
  const [held, setHeld] = useState<HeldSession[]>([]);
  const hold = () =>
    void run(
      simulator.holdMeeting(event.id).then(({ sessions }) => setHeld(sessions)),
    );
  return (
    <>
      <Button
        icon={<PeopleTeam20Regular />}
        disabledFocusable={isBusy}
        onClick={hold}
      >
        Have the meeting take place
      </Button>
      <Text role="status">
        {error === "" ? held.map(toldOf).join(" ") : ""}
      </Text>
      {error !== "" && <Text role="alert">{error}</Text>}
    </>
  );
}

function toldOf(session: HeldSession): string {
  const when = timeRange(
    { startsAt: session.startedAt, endsAt: session.endedAt },
    readerOfThisBrowser(),
  );
  const report =
    session.reportAt === null
      ? "Teams makes no attendance report of it."
      : "Its attendance report is there, or on its way.";
  return `It took place ${when}, with ${String(session.participants)} people. ${report}`;
}
