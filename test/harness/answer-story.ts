import fc from "fast-check";
import type { Answer, GivenAnswer } from "../../bot/contract/answer.ts";

/** People of the group whose answers are followed. */
export const answerers = [
  "AdeleV@contoso.com",
  "LidiaH@contoso.com",
  "LynneR@contoso.com",
  "JohannaL@contoso.com",
] as const;

/** What may become of Graph's report of one answer. */
const reports = ["heard", "lost", "doubled", "late"] as const;

/** One thing that happens to an event, or to those who keep it. */
export type Step =
  | {
      kind: "outlook";
      person: string;
      answer: GivenAnswer;
      report: (typeof reports)[number];
    }
  | { kind: "tab" | "card"; person: string; answer: GivenAnswer }
  /** The event gets another time: what was answered before answers another question. */
  | { kind: "move" }
  /** The backend is killed, and started again. */
  | { kind: "crash" }
  /** An old report comes once more, or several come in another order. */
  | { kind: "replayReports" };

const person = fc.constantFrom(...answerers);
const answer = fc.constantFrom<GivenAnswer>(
  "accepted",
  "tentative",
  "declined",
);

/** Stories of answers from all sides, mostly answers. */
export const stories = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant("outlook" as const),
        person,
        answer,
        report: fc.constantFrom(...reports),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("tab" as const),
        person,
        answer,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("card" as const),
        person,
        answer,
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: "move" as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: "crash" as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: "replayReports" as const }) },
  ),
  { minLength: 6, maxLength: 16 },
);

/**
 * What everybody's answer is in the end: the last one that each gave to the time that the event has in the end.
 * Nothing else of what happened matters.
 */
export function answersAfter(story: readonly Step[]): Map<string, Answer> {
  const answers = new Map<string, Answer>(
    answerers.map((name) => [name, "none"]),
  );
  for (const step of story) {
    if (step.kind === "move")
      for (const name of answerers) answers.set(name, "none");
    if ("person" in step) answers.set(step.person, step.answer);
  }
  return answers;
}
