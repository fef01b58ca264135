import type { Simulator } from "../../simulator/start-simulator.ts";

/** What it took until everybody who registered was invited. */
export interface RegistrationCounts {
  /** Requests that Graph served, by what they were. */
  calls: Record<string, number>;
  /** Mails in the mailboxes of those who registered, by kind. */
  mails: Record<string, number>;
}

export const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** @throws where somebody has not exactly one invitation */
export function countMails(
  simulator: Simulator,
  people: readonly string[],
): Record<string, number> {
  const mails: Record<string, number> = {};
  for (const person of people) {
    const kinds = simulator.mailbox(person).mails.map(({ kind }) => kind);
    if (kinds.filter((kind) => kind === "invitation").length !== 1)
      throw new Error(`${person} got ${JSON.stringify(kinds)}.`);
    for (const kind of kinds) mails[kind] = (mails[kind] ?? 0) + 1;
  }
  return mails;
}
