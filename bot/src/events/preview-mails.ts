import type {
  EventChange,
  MailPreview,
  NewEvent,
} from "../../contract/events.ts";
import type { OutlookChoice } from "../../contract/outlook-change.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { countNamed } from "../audience/count-named.ts";
import {
  normaliseAddress,
  type Invitee,
} from "../audience/resolve-audience.ts";
import { refuseOutside } from "../audience/refuse-outside.ts";
import type { AttendeeRow } from "../db/schema.ts";
import { findEventToLead } from "./find-event-to-lead.ts";
import { invitedIn, planStoredChange } from "./plan-stored-change.ts";
import { checkCoHosts, checkCoHostsOf } from "./check-co-hosts.ts";
import { changeToDecide, findEventToDecide } from "./decide-outlook-change.ts";
import { notFound } from "../errors.ts";
import { listAttendees, withWaves } from "./event-store.ts";
import { previewInvited } from "./preview-invited.ts";
import {
  previewChangedSending,
  previewNewSending,
} from "./sending/preview-sending.ts";
import { findHeldChange } from "./hold/held-change-store.ts";
import { listWaves } from "./wave-store.ts";
import {
  planMails,
  type MailPlan,
  type PublishedPerson,
  type VisibleChange,
} from "./scheduled-event.ts";
import {
  checkAudience,
  checkTime,
  findGroupToScheduleFor,
  type EventDeps,
} from "./schedule-event.ts";

/** Names shown of each kind of mail; the rest is a number. */
const shownNames = 10;

/** Who would get an invitation to a new event. Checks it like `scheduleEvent`, and stores nothing. */
export async function previewNewEvent(
  deps: EventDeps,
  given: { actor: Actor; wanted: NewEvent },
): Promise<MailPreview> {
  const { actor, wanted } = given;
  await findGroupToScheduleFor(deps.db, actor, wanted.groupId);
  checkTime(wanted, deps.clock.now());
  await checkCoHosts(deps.db, { ...wanted, actor, before: [] });
  const people = await checkAudience(deps.db, deps, wanted);
  await refuseOutside(deps.db, deps, people);
  return {
    ...asPreview([{ kind: "invitation", reason: "newEvent", people }], {
      changes: [],
      answersReset: false,
    }),
    ...(await previewInvited(deps, people)),
    ...(await previewNewSending(deps, {
      event: null,
      people,
      isOnline: wanted.isOnline,
    })),
    ...howNamed({ wanted, invitees: people, before: null }),
  };
}

/** Who would be mailed about a change, and why. */
export async function previewChange(
  deps: EventDeps,
  given: { actor: Actor; eventId: string; wanted: EventChange },
): Promise<MailPreview> {
  const loaded = await findEventToLead(
    deps,
    given.actor,
    given.eventId,
    "event.edit",
  );
  const { event } = loaded;
  await checkCoHostsOf(deps.db, loaded, given);
  const [shown] = (await withWaves(deps.db, [event])).values();
  if (!shown) throw notFound("event");
  const plan = await planStoredChange(deps.db, deps, {
    event: shown,
    wanted: given.wanted,
    now: deps.clock.now(),
  });
  const kept = plan.kept.filter(isOnList);
  const named = howNamed({
    wanted: given.wanted,
    invitees: plan.invitees,
    before: {
      names: event.audience_addresses,
      invited: invitedIn(plan.kept),
    },
  });
  const isSent = shown.waves.some(
    ({ graph_event_id }) => graph_event_id !== null,
  );
  const people = [...kept.map(asPerson), ...plan.added];
  if (!isSent && people.length > 0)
    // Its invitations have yet to go out, and go out as it is then.
    return {
      ...asPreview([{ kind: "invitation", reason: "newEvent", people }], {
        changes: [],
        answersReset: false,
      }),
      ...(await previewInvited(deps, [
        ...kept.map((row) => ({ ...asPerson(row), objectId: row.object_id })),
        ...plan.added,
      ])),
      ...(await previewNewSending(deps, {
        event,
        people,
        isOnline: given.wanted.isOnline,
      })),
      ...named,
      ...(await whatIsReplaced(deps, given)),
    };
  // Somebody who never got the invitation gets no cancellation either.
  const removed = plan.removed.filter(isInvited).filter(isOnList);
  return {
    ...asPreview(
      planMails({
        changes: plan.changes,
        kept: kept.map(asPerson),
        added: plan.added,
        removed: removed.map(asPerson),
      }),
      plan,
    ),
    ...(await previewInvited(deps, plan.added)),
    ...(await previewChangedSending(deps, {
      event,
      kept,
      added: plan.added,
      removed,
      toEverybody: plan.changes.some((change) => change !== "attendees"),
    })),
    ...named,
    ...(await whatIsReplaced(deps, given)),
  };
}

function howNamed(given: {
  wanted: Pick<EventChange, "audience">;
  invitees: readonly Invitee[];
  before: Parameters<typeof countNamed>[0]["before"];
}): Pick<MailPreview, "named"> {
  const names = given.wanted.audience.addresses.map(normaliseAddress);
  return names.length > 0 ? { named: countNamed({ ...given, names }) } : {};
}

/** What another change or cancellation takes the place of before it is sent: its mails are not sent besides. */
async function whatIsReplaced(
  deps: EventDeps,
  { actor, eventId }: { actor: Actor; eventId: string },
): Promise<Pick<MailPreview, "replaces">> {
  const held = await findHeldChange(deps.db, eventId);
  if (held === null || held.problem !== null) return {};
  const isOwn = held.held_by === actor.objectId;
  return { replaces: { kind: held.kind, by: held.held_by_name, isOwn } };
}

/** Who would be mailed about a decision on what somebody changed in Outlook by hand. */
export async function previewOutlookChoice(
  deps: EventDeps,
  given: { actor: Actor; eventId: string; choice: OutlookChoice },
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
  );
}

const mailsOfChoice: Record<OutlookChoice, Omit<MailPlan, "people"> | null> = {
  keep: { kind: "update", reason: "changed" },
  restore: { kind: "update", reason: "restored" },
  cancel: null,
  sendAgain: { kind: "invitation", reason: "sentAgain" },
};

/** Who would get a cancellation. */
export async function previewCancellation(
  deps: EventDeps,
  given: { actor: Actor; eventId: string },
): Promise<MailPreview> {
  const { event, facts } = await findEventToLead(
    deps,
    given.actor,
    given.eventId,
    "event.cancel",
  );
  const seesNames = may(given.actor, {
    action: "event.seeAttendees",
    event: facts,
  });
  const people = (await listAttendees(deps.db, event.id)).filter(
    (row) => row.wanted && isInvited(row) && isOnList(row),
  );
  return {
    ...asPreview(
      people.length > 0
        ? [
            {
              kind: "cancellation",
              reason: "cancelled",
              people: people.map(asPerson),
            },
          ]
        : [],
      { changes: [], answersReset: false },
      seesNames,
    ),
    ...(await previewChangedSending(deps, {
      event,
      kept: [],
      added: [],
      removed: people,
      toEverybody: false,
    })),
    ...(await whatIsReplaced(deps, given)),
  };
}

function isInvited(row: { invited_at: Date | null }): boolean {
  return row.invited_at !== null;
}

/** Somebody whom somebody took off in Outlook gets no more mails of the event. */
function isOnList(row: Pick<AttendeeRow, "outlook_state">): boolean {
  return row.outlook_state !== "removed";
}

/** A person, or a list. */
type Recipient = PublishedPerson & { listSize: number | null };

function asPerson(
  row: Pick<AttendeeRow, "address" | "display_name" | "list_size">,
): Recipient {
  const { address, display_name: displayName, list_size: listSize } = row;
  return { address, displayName, listSize };
}

function asPreview(
  plans: readonly MailPlan<Recipient>[],
  effect: { changes: VisibleChange[]; answersReset: boolean },
  /** Whether whoever looks may know who is invited. */
  seesNames = true,
): MailPreview {
  return {
    people: plans.reduce((sum, plan) => sum + plan.people.length, 0),
    mails: plans.map((plan) => ({
      kind: plan.kind,
      reason: plan.reason,
      people: plan.people.length,
      ...listsAmong(plan.people),
      names: plan.people
        .slice(0, seesNames ? shownNames : 0)
        .map(({ displayName }) => displayName),
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
