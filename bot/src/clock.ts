/** Where the time comes from. Pure files take `now: Date` instead; only use cases and jobs hold a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
