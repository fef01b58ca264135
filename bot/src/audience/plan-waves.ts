/**
 * Waves of an audience: Outlook invites a limited number of attendees to one event (Graph: "Create event", 500), so a
 * larger audience is spread over several, each with a part that keeps its people.
 */

/** How many places of a wave are taken. */
export interface WavePlaces {
  /** From 1. */
  number: number;
  taken: number;
}

/**
 * The waves of newcomers, in their order: the first that have places, then new ones. Pure.
 *
 * @param waves those that there are, by number
 * @param size most attendees of a wave
 * @returns for each newcomer the number of the wave
 */
export function assignWaves(
  newcomers: number,
  waves: readonly WavePlaces[],
  size: number,
): number[] {
  const assigned: number[] = [];
  const take = (number: number, free: number) => {
    const count = Math.min(Math.max(0, free), newcomers - assigned.length);
    for (let n = 0; n < count; n += 1) assigned.push(number);
  };
  for (const { number, taken } of waves) take(number, size - taken);
  for (
    let number = (waves.at(-1)?.number ?? 0) + 1;
    assigned.length < newcomers;
    number += 1
  )
    take(number, size);
  return assigned;
}

/** How many people each new wave of an audience gets. Pure. */
export function waveSizes(people: number, size: number): number[] {
  const sizes: number[] = [];
  for (let rest = people; rest > 0; rest -= size)
    sizes.push(Math.min(rest, size));
  return sizes;
}
