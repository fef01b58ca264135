/** So many runs with consecutive seeds come by every point. */
const shares = 9;

/** Which of all points are tried in this run. */
export interface DrawnFaults {
  /** How to have the same ones again, or all: for people who read what a run prints. */
  said: string;
  isDrawn: (label: string) => boolean;
}

/**
 * A ninth of all points, another one each day; a point's share follows from its label alone, so that it stays the same
 * whatever else a run comes by. FAULT_SEED chooses the share, FAULT_ALL=1 takes all.
 *
 * @throws where FAULT_SEED is no whole number
 */
export function drawFaults(
  environment: Readonly<Record<string, string | undefined>>,
  now: Date,
): DrawnFaults {
  if (environment["FAULT_ALL"] === "1")
    return { said: "FAULT_ALL=1", isDrawn: () => true };
  const seed = Number(environment["FAULT_SEED"] ?? dayOfYear(now));
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error("FAULT_SEED has to be a whole number, such as 7.");
  return {
    said: `FAULT_SEED=${seed}; FAULT_ALL=1 takes all`,
    isDrawn: (label) => (spread(label) + seed) % shares === 0,
  };
}

function dayOfYear(now: Date): number {
  return Math.floor(
    (now.getTime() - Date.UTC(now.getUTCFullYear(), 0)) / 86_400_000,
  );
}

/** A number that looks drawn by chance, the same for the same text (FNV-1a, its bits mixed). */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
