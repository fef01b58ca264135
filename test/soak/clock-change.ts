const zone = "Europe/London";
const dayMs = 86_400_000;

/** The next Sunday on which clocks change in London, that is more than a week away. */
export function nextClockChange(now: Date): {
  /** Midnight of that Sunday, UTC. */
  sunday: Date;
  /** How far London is ahead of UTC from then on. */
  hoursAhead: number;
} {
  const firstDay = Math.floor(now.getTime() / dayMs) * dayMs + 8 * dayMs;
  for (let at = firstDay; ; at += dayMs) {
    const hoursAhead = aheadAt(at + dayMs);
    if (hoursAhead !== aheadAt(at)) return { sunday: new Date(at), hoursAhead };
  }
}

function aheadAt(ms: number): number {
  const hour = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    hourCycle: "h23",
  }).format(new Date(ms));
  return (Number(hour) - new Date(ms).getUTCHours() + 24) % 24;
}
