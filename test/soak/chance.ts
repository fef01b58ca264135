/** Draws the same for the same seed (mulberry32). */
export interface Chance {
  /** From 0 up to, not including, `below`; whole. */
  number(below: number): number;
  of<T>(choices: readonly [T, ...T[]]): T;
}

export function openChance(seed: number): Chance {
  let state = seed;
  const number = (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return {
    number,
    of: (choices) => choices[number(choices.length)] ?? choices[0],
  };
}
