import type { EventChange, NewEvent } from "../../contract/event-content.ts";
import type { MailPreview, PreviewNames } from "../../contract/mail-preview.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { countNamed } from "../audience/count-named.ts";
import {
  normaliseAddress,
  type Invitee,
} from "../audience/resolve-audience.ts";
import { refuseOutside } from "../audience/refuse-outside.ts";
import { findEventToLead } from "./find-event-to-lead.ts";
import { invitedIn, planStoredChange } from "./plan-stored-change.ts";
import { checkCoHosts, checkCoHostsOf } from "./check-co-hosts.ts";
import { notFound } from "../errors.ts";
import { listAttendees, withWaves } from "./event-store.ts";
import { previewInvited } from "./preview-invited.ts";
import {
  previewChangedSending,
  previewNewSending,
} from "./sending/preview-sending.ts";
import { findHeldChange } from "./hold/held-change-store.ts";
import { asPerson, asPreview, isInvited, isOnList } from "./mail-preview.ts";
import { planMails } from "./scheduled-event.ts";
import {
  checkAudience,
  checkTime,
  findGroupToScheduleFor,
  type EventDeps,
} from "./schedule-event.ts";

/** Who would get an invitation to a new event. Checks it like `scheduleEvent`, and stores nothing. */
export async function previewNewEvent(
  deps: EventDeps,
  given: { actor: Actor; wanted: NewEvent; names: PreviewNames },
): Promise<MailPreview> {
  const { actor, wanted } = given;
  await findGroupToScheduleFor(deps.db, actor, wanted.groupId);
  checkTime(wanted, deps.clock.now());
  await checkCoHosts(deps.db, { ...wanted, actor, before: [] });
  const people = await checkAudience(deps.db, deps, wanted);
  await refuseOutside(deps.db, deps, people);
  return {
    ...asPreview(
      [{ kind: "invitation", reason: "newEvent", people }],
      { changes: [], answersReset: false },
      given.names,
    ),
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
  given: {
    actor: Actor;
    eventId: string;
    wanted: EventChange;
    names: PreviewNames;
  },
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
      ...asPreview(
        [{ kind: "invitation", reason: "newEvent", people }],
        { changes: [], answersReset: false },
        given.names,
      ),
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
      given.names,
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

/** Who would get a cancellation. */
export async function previewCancellation(
  deps: EventDeps,
  given: { actor: Actor; eventId: string; names: PreviewNames },
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
      seesNames ? given.names : null,
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
