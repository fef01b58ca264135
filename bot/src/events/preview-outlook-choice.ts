import type { MailPreview, PreviewNames } from "../../contract/mail-preview.ts";
import type { OutlookChoice } from "../../contract/outlook-change.ts";
import type { Actor } from "../access/actor.ts";
import { changeToDecide, findEventToDecide } from "./decide-outlook-change.ts";
import { listAttendees } from "./event-store.ts";
import { asPerson, asPreview, isInvited, isOnList } from "./mail-preview.ts";
import type { MailPlan } from "./scheduled-event.ts";
import type { EventDeps } from "./schedule-event.ts";
import { listWaves } from "./wave-store.ts";

/** Who would be mailed about a decision on what somebody changed in Outlook by hand. */
export async function previewOutlookChoice(
  deps: EventDeps,
  given: {
    actor: Actor;
    eventId: string;
    choice: OutlookChoice;
    names: PreviewNames;
  },
): Promise<MailPreview> {
  const { choice } = given;
  const { event } = await findEventToDecide(deps, given);
  const { wave, change } = changeToDecide(
    await listWaves(deps.db, event.id),
    choice,
  );
  const moved = change.kind === "edited" && change.fields.includes("time");
  const attendees = await listAttendees(deps.db, event.id);
  const people = attendees.filter(
    (row) =>
      row.wanted &&
      // What a lead keeps of one wave's Outlook event the other waves are told.
      (row.wave === wave.number) !== (choice === "keep") &&
      isOnList(row) &&
      (choice === "sendAgain" || isInvited(row)),
  );
  const mail = mailsOfChoice[choice];
  return asPreview(
    mail && people.length > 0
      ? [{ ...mail, people: people.map(asPerson) }]
      : [],
    {
      changes: change.kind === "edited" ? change.fields : [],
      answersReset: choice === "keep" && moved,
    },
    given.names,
  );
}

const mailsOfChoice: Record<OutlookChoice, Omit<MailPlan, "people"> | null> = {
  keep: { kind: "update", reason: "changed" },
  restore: { kind: "update", reason: "restored" },
  cancel: null,
  sendAgain: { kind: "invitation", reason: "sentAgain" },
};
