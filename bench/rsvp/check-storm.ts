import pg from "pg";
import type { Answer } from "../../bot/contract/answer.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import type { World } from "../../test/harness/world.ts";

/** Everybody's last answer, by event and address. */
export type Given = Map<string, Answer>;

const patienceMs = 120_000;

/** Waits until what is stored is, person by person, what was said last. */
export async function checkStored(
  world: World,
  wanted: { given: Given },
): Promise<void> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  try {
    await waitFor(
      "every answer",
      async () => {
        const { rows } = await client.query<{ key: string; answer: Answer }>(
          "select event_id || ' ' || address as key, answer from attendees",
        );
        const stored = new Map(rows.map(({ key, answer }) => [key, answer]));
        const wrong = [...wanted.given].filter(
          ([key, answer]) => stored.get(key) !== answer,
        );
        if (wrong.length > 0)
          throw new Error(`${wrong.length} differ, such as ${wrong[0]?.[0]}`);
        return true;
      },
      patienceMs,
    );
  } finally {
    await client.end();
  }
}

/** Sees that every channel shows the exact tally of its events. */
export function checkCards(
  world: World,
  wanted: {
    given: Given;
    events: readonly EventDetail[];
    channelIds: readonly string[];
    invited: number;
  },
): void {
  const shown = wanted.channelIds.flatMap((conversation) =>
    world.simulator
      .messages({ conversation })
      .map(({ cards }) => JSON.stringify(cards)),
  );
  for (const { id, title } of wanted.events) {
    const cards = shown.filter((card) => card.includes(`"${title}"`));
    const sentence = sentenceOf(wanted.given, id, wanted.invited);
    const wrong = cards.filter((card) => !card.includes(sentence));
    if (cards.length === 0 || wrong.length > 0)
      throw new Error(
        `${wrong.length} of ${cards.length} cards of ${title} do not show ${sentence}.`,
      );
  }
}

function sentenceOf(given: Given, eventId: string, invited: number): string {
  const answers = [...given]
    .filter(([key]) => key.startsWith(eventId))
    .map(([, answer]) => answer);
  const count = (wanted: Answer) =>
    answers.filter((answer) => answer === wanted).length;
  return (
    `${count("accepted")} going · ${count("tentative")} maybe · ` +
    `${count("declined")} can’t go · ${invited - answers.length} of ${invited} not answered`
  );
}
