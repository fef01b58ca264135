/** How a press of Save ended; an empty reason: none was given. */
type SaveOutcome = { ok: true } | { ok: false; reason: string };

export type SaveExchange = {
  outcome: Promise<SaveOutcome>;
  /** The app's answer. Only the first counts, and none after the time is over. */
  answer: (outcome: SaveOutcome) => void;
};

/** Teams: Create a configuration page: an app has 30 seconds to answer. */
const saveWithinMs = 30_000;

/** One press of Save: the app is told, and has to say whether the tab can be kept. */
export function pressSave(
  tell: () => void,
  withinMs: number = saveWithinMs,
): SaveExchange {
  const { promise, resolve } = Promise.withResolvers<SaveOutcome>();
  const timer = setTimeout(() => resolve({ ok: false, reason: "" }), withinMs);
  void promise.then(() => clearTimeout(timer));
  tell();
  return { outcome: promise, answer: resolve };
}
