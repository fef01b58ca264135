import type { MailPreview, PreviewNames } from "../../contract/mail-preview.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type {
  MailPlan,
  PublishedPerson,
  VisibleChange,
} from "./scheduled-event.ts";

/** Names shown of each kind of mail; the rest is a number. */
const shownNames = 10;

export function isInvited(row: { invited_at: Date | null }): boolean {
  return row.invited_at !== null;
}

/** Somebody whom somebody took off in Outlook gets no more mails of the event. */
export function isOnList(row: Pick<AttendeeRow, "outlook_state">): boolean {
  return row.outlook_state !== "removed";
}

/** A person, or a list. */
type Recipient = PublishedPerson & { listSize: number | null };

export function asPerson(
  row: Pick<AttendeeRow, "address" | "display_name" | "list_size">,
): Recipient {
  const { address, display_name: displayName, list_size: listSize } = row;
  return { address, displayName, listSize };
}

/** What leads are shown of what would be mailed. Pure. */
export function asPreview(
  plans: readonly MailPlan<Recipient>[],
  effect: { changes: VisibleChange[]; answersReset: boolean },
  /** How many are named; null: whoever looks may not know who is invited. */
  names: PreviewNames | null,
): MailPreview {
  return {
    people: plans.reduce((sum, plan) => sum + plan.people.length, 0),
    mails: plans.map((plan) => ({
      kind: plan.kind,
      reason: plan.reason,
      people: plan.people.length,
      ...listsAmong(plan.people),
      names: plan.people
        .slice(0, names === null ? 0 : shownNames)
        .map(({ displayName }) => displayName),
      ...(names === "all" && {
        who: plan.people.map(({ displayName: name, address }) => ({
          name,
          address,
        })),
      }),
    })),
    changes: effect.changes,
    answersReset: effect.answersReset,
  };
}

function listsAmong(recipients: readonly Recipient[]) {
  const lists = recipients.flatMap(({ address, displayName, listSize }) =>
    listSize === null
      ? []
      : [
          {
            name: displayName,
            about: listSize,
            isNamed: displayName !== address,
          },
        ],
  );
  const named = lists.filter(({ isNamed }) => isNamed);
  return (
    lists.length > 0 && {
      lists: {
        count: lists.length,
        about: lists.reduce((sum, { about }) => sum + about, 0),
        ...(named.length > 0 && {
          named: named
            .slice(0, shownNames)
            .map(({ name, about }) => ({ name, about })),
        }),
      },
    }
  );
}
