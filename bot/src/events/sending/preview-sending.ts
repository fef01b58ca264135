import type { MailPreview, Sending } from "../../../contract/mail-preview.ts";
import { readAudienceSettings } from "../../audience/audience-settings.ts";
import { readPlaces } from "../../audience/place-attendees.ts";
import { assignWaves, waveSizes } from "../../audience/plan-waves.ts";
import type { AttendeeRow } from "../../db/tables/attendees.ts";
import type { EventRow } from "../../db/tables/events.ts";
import type { EventDeps } from "../schedule-event.ts";
import { expectSending } from "./expect-sending.ts";

/** What goes out within it, goes out now. */
const minuteMs = 60_000;

/** How the invitations to a new event go out. */
export function previewNewSending(
  deps: EventDeps,
  given: {
    /** Null: it is not stored yet. */
    event: EventRow | null;
    people: readonly { listSize: number | null }[];
    isOnline: boolean;
  },
): Promise<Pick<MailPreview, "sending">> {
  const messages = waveSizes(given.people.length, deps.waveSize);
  return preview(deps, { ...given, messages, waves: messages.length });
}

/** How a change, or a cancellation, goes out. */
export async function previewChangedSending(
  deps: EventDeps,
  given: {
    event: EventRow;
    kept: readonly Pick<AttendeeRow, "wave" | "list_size">[];
    added: readonly { listSize: number | null }[];
    removed: readonly Pick<AttendeeRow, "wave">[];
    /** Whether those who stay are mailed, too. */
    toEverybody: boolean;
  },
): Promise<Pick<MailPreview, "sending">> {
  const { event, kept, added, removed } = given;
  const places = await readPlaces(deps.db, event.id);
  const staying: readonly Pick<AttendeeRow, "wave">[] = given.toEverybody
    ? kept
    : [];
  const mailed = [
    ...staying.map(({ wave }) => wave),
    ...removed.map(({ wave }) => wave),
    ...assignWaves(added.length, places, deps.waveSize),
  ];
  const byWave = new Map<number, number>();
  for (const wave of mailed) byWave.set(wave, (byWave.get(wave) ?? 0) + 1);
  const known = new Set(places.map(({ number }) => number));
  return preview(deps, {
    event,
    messages: [...byWave.values()],
    waves:
      places.length +
      [...byWave.keys()].filter((wave) => !known.has(wave)).length,
    isOnline: event.is_online,
    people: [
      ...kept.map(({ list_size }) => ({ listSize: list_size })),
      ...added,
    ],
  });
}

async function preview(
  deps: EventDeps,
  given: {
    event: EventRow | null;
    messages: readonly number[];
    waves: number;
    /** Who is invited then. */
    people: readonly { listSize: number | null }[];
    isOnline: boolean;
  },
): Promise<Pick<MailPreview, "sending">> {
  const { messages } = given;
  if (messages.length === 0) return {};
  const expected = await expectSending(deps, given);
  if (!expected) return {};
  const now = deps.clock.now().getTime();
  const { meetingCapacity } = await readAudienceSettings(deps.db);
  const expectedPeople = given.people.reduce(
    (sum, { listSize }) => sum + (listSize ?? 1),
    0,
  );
  const sending: Sending = {
    waves: given.waves,
    waveSize: deps.waveSize,
    recipients: sum(messages),
    left: expected.left,
    perDay: deps.sendingLimits.recipientsPerDay,
    now: sum(
      messages.filter(
        (_, n) => (expected.times[n]?.getTime() ?? now) - now < minuteMs,
      ),
    ),
    lastAt: (expected.times.at(-1) ?? new Date(now)).toISOString(),
    isOnline: given.isOnline,
    meetingCapacity:
      given.isOnline && expectedPeople > meetingCapacity
        ? meetingCapacity
        : null,
  };
  return { sending };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
