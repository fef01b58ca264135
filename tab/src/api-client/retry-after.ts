/** 1, 2, 4 … 30 seconds, each shortened by up to a half so that many tabs do not come back at once. */
export function retryAfterMs(failures: number, random: number): number {
  const longest = Math.min(30_000, 1000 * 2 ** failures);
  return Math.round(longest * (1 - random / 2));
}
