/** How far Microsoft's clock is from ours, by the `Date` of its newest answer. */
export interface ServerClock {
  /** Milliseconds that Microsoft is ahead of us; null before the first answer. */
  offsetMs(): number | null;
  note(answer: {
    date: string | null;
    sentAtMs: number;
    receivedAtMs: number;
  }): void;
}

/** `Date` has whole seconds (RFC 9110, 5.6.7), so the answer was made half a second later on average. */
const halfASecondMs = 500;

export function openServerClock(): ServerClock {
  let offset: number | null = null;
  return {
    offsetMs: () => offset,
    note({ date, sentAtMs, receivedAtMs }) {
      const servedAt = Date.parse(date ?? "");
      // After a long wait nobody can say when in it the answer was made.
      if (Number.isNaN(servedAt) || receivedAtMs - sentAtMs > 10_000) return;
      offset = Math.round(
        servedAt + halfASecondMs - (sentAtMs + receivedAtMs) / 2,
      );
    },
  };
}
