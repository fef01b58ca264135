import type { EventDetail } from "../../bot/contract/events.ts";
import { openChance } from "./chance.ts";
import { nextClockChange } from "./clock-change.ts";
import { openLife } from "./open-life.ts";
import { drawTrouble, troubles, type TroubleName } from "./troubles.ts";

const seed = Number(process.env["SOAK_SEED"] ?? Date.now() % 100_000);
const days = Number(process.env["SOAK_DAYS"] ?? 30);

const dayMs = 86_400_000;
const answers = ["accepted", "tentative", "declined"] as const;

describe(`${days} days by chance (SOAK_SEED=${seed})`, () => {
  it(
    "lose no answer, whatever happens",
    async () => {
      const chance = openChance(seed);
      // A week before clocks change.
      const start = new Date(
        nextClockChange(new Date()).sunday.getTime() -
          7 * dayMs +
          9 * 3_600_000,
      );
      const life = await openLife(start);
      try {
        const on = (day: number) =>
          new Date(start.getTime() + day * dayMs).toISOString().slice(0, 10);
        const events: EventDetail[] = [];
        // Some end on the way, and some only afterwards, one of them years later.
        for (const day of [days / 4, days / 2, days + 30, days + 800].map(
          Math.floor,
        ))
          events.push(
            await life.schedule({
              title: `The event of day ${day}`,
              start: `${on(day)}T12:00`,
              end: `${on(day)}T13:00`,
            }),
          );
        const happened = new Map<TroubleName, number>();
        while (life.clock.now().getTime() < start.getTime() + days * dayMs) {
          const name = drawTrouble(chance);
          happened.set(name, (happened.get(name) ?? 0) + 1);
          await troubles[name](life, () => {
            // One that would end before its answer is read takes none any more.
            const open = events.filter(
              ({ endsAt }) =>
                new Date(endsAt).getTime() - life.clock.now().getTime() >
                9 * dayMs,
            );
            for (let n = chance.number(4) + 1; n > 0; n -= 1)
              life.book.answerInOutlook({
                event: chance.of(open as [EventDetail, ...EventDetail[]]),
                person: chance.of(life.people as [string, ...string[]]),
                answer: chance.of(answers),
              });
          });
          await life.book.untilTold();
          const [event] = events.slice(-1);
          if (event && chance.number(3) === 0)
            await life.book.answerInTab({
              event,
              person: chance.of(life.people as [string, ...string[]]),
              answer: chance.of(answers),
            });
          await life.pass(chance.number(12) + 1);
          await life.book.untilTold();
        }
        console.warn(
          `${life.book.given()} answers through`,
          Object.fromEntries(happened),
        );
      } finally {
        await life.close();
      }
    },
    60 * 60_000,
  );
});
