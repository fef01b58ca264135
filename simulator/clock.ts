/** Where every part of the simulator reads the time, so that tests can move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that differs from another one, as Microsoft's may from ours. */
export function skewedClock(clock: Clock, skewSeconds: () => number): Clock {
  return {
    now: () => new Date(clock.now().getTime() + skewSeconds() * 1000),
  };
}
