import { maxAddresses } from "../../../../../bot/contract/addresses.ts";
import { peopleCount } from "../../../groups/group-choice.ts";
import type { Encoding } from "./decode-text.ts";
import type { DryRun } from "./dry-run.ts";
import type { Layout } from "./find-column.ts";
import type { Refusal } from "./read-address.ts";

/** What would be added, in one sentence. */
export function summaryOf({ add, fits }: DryRun): string {
  if (add.length === 0) return "There is nobody new in this list.";
  if (!fits)
    return `With the ${peopleCount(add.length)} who are new the event would have more than ${maxAddresses.toLocaleString("en")} addresses, which is the most that it takes. Split the list, or invite a mail-enabled group instead.`;
  return `${peopleCount(add.length)} would be added. Nothing has been added yet.`;
}

/** What becomes of the entries of the list, with how many they are; kinds of which there are none are left out. */
export function countsOf(run: DryRun): { label: string; count: number }[] {
  const { outside, refused } = run;
  return [
    { label: "New", count: run.add.length },
    { label: "In the list or the form already", count: run.doubles },
    { label: "Invited with a group", count: run.inGroup },
    { label: "Invited already", count: run.invited },
    {
      label: "Outside your company, left out",
      count: outside.leftOut ? outside.count : 0,
    },
    { label: "No e-mail address, left out", count: refused.count },
  ].filter(({ label, count }) => count > 0 || label === "New");
}

/** What should be looked at before the list is added. */
export function notesOf(
  run: DryRun,
  { encoding, layout }: { encoding: Encoding | null; layout: Layout },
): string[] {
  const { outside } = run;
  return [
    ...(outside.count > 0 && !outside.leftOut
      ? [
          `${peopleCount(outside.count)} of the new ones ${outside.count === 1 ? "is" : "are"} outside your company.`,
        ]
      : []),
    ...(outside.count > 0 && outside.leftOut
      ? [
          "Your organization does not let people outside it be invited. Ask an administrator to allow them in Settings.",
        ]
      : []),
    ...(layout.hasHeading ? ["The first row was taken for headings."] : []),
    ...(encoding === "Windows-1252"
      ? ["The file is not in UTF-8; it was read as Windows-1252."]
      : []),
  ];
}

const reasons: Record<Refusal, string> = {
  formula: "A formula, which is not evaluated",
  tooLong: "Too long for an address",
  noAddress: "There is no address",
  malformed: "Not an e-mail address",
};

export function reasonOf(refusal: Refusal): string {
  return reasons[refusal];
}

/** `Add 1,240 people` */
export function addLabel({ add }: DryRun): string {
  return add.length === 0 ? "Add nobody" : `Add ${peopleCount(add.length)}`;
}
