import pg from "pg";
import type { Answer, GivenAnswer } from "../../bot/contract/answer.ts";
import { waitFor } from "../harness/wait-for.ts";
import type { World } from "../harness/world.ts";

const inOutlook = {
  accepted: "accepted",
  tentative: "tentativelyAccepted",
  declined: "declined",
} as const;

/** Remembers what everybody said last, and compares it with what the product holds. */
export interface AnswerBook {
  /** Somebody answers in Outlook. */
  answerInOutlook(answer: Saying): void;
  /** Somebody answers in the tab; the product has to be up. */
  answerInTab(answer: Saying): Promise<void>;
  /** Waits until the product holds every answer, and nothing else. */
  untilTold(): Promise<void>;
  /** How many answers were given. */
  given(): number;
}

interface Saying {
  event: { id: string; title: string };
  person: string;
  answer: GivenAnswer;
}

export function openAnswerBook(world: World): AnswerBook {
  const last = new Map<string, Answer>();
  let given = 0;
  const note = ({ event, person, answer }: Saying) => {
    given += 1;
    last.set(`${event.title} ${person.toLowerCase()}`, answer);
  };
  return {
    given: () => given,
    answerInOutlook(saying) {
      world.simulator.respond({
        person: saying.person,
        subject: saying.event.title,
        response: inOutlook[saying.answer],
      });
      note(saying);
    },
    async answerInTab(saying) {
      const answer = await world
        .as(saying.person)
        .send("PUT", `/api/events/${saying.event.id}/response`, {
          answer: saying.answer,
        });
      if (answer.status !== 200)
        throw new Error(`Not taken: ${JSON.stringify(answer.body)}`);
      note(saying);
    },
    async untilTold() {
      const client = new pg.Client(world.database.connectionString);
      await client.connect();
      try {
        await waitFor(
          "every answer",
          async () => {
            const { rows } = await client.query<{
              key: string;
              answer: Answer;
            }>(
              `select title || ' ' || address as key, answer
               from attendees join scheduled_events event on event.id = event_id`,
            );
            const wrong = rows.filter(
              ({ key, answer }) => answer !== (last.get(key) ?? "none"),
            );
            if (wrong.length > 0)
              throw new Error(
                `${wrong.length} of ${rows.length} are wrong, such as ${wrong[0]?.key}: ${wrong[0]?.answer} instead of ${last.get(wrong[0]?.key ?? "")}`,
              );
            return true;
          },
          60_000,
        );
      } finally {
        await client.end();
      }
    },
  };
}
