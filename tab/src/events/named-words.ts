import type { MailPreview } from "../../../bot/contract/mail-preview.ts";

/** How the addresses that the lead gave come down to people, where they are not simply one each. */
export function namedSentences({
  named,
}: Pick<MailPreview, "named">): string[] {
  if (!named) return [];
  const { doubles, inGroup, invited, organizer } = named;
  return [
    ...(organizer
      ? [
          "The service account, which you named, organizes the event and gets no invitation.",
        ]
      : []),
    ...(doubles > 0
      ? [
          doubles === 1
            ? "1 of the addresses names somebody once more and is not counted."
            : `${doubles.toLocaleString("en")} of the addresses name somebody once more and are not counted.`,
        ]
      : []),
    ...(inGroup > 0
      ? [
          `${ofThePeople(inGroup)} whom you named ${areOf(inGroup)} invited with a group anyway.`,
        ]
      : []),
    ...(invited > 0
      ? [
          `${ofThePeople(invited)} whom you add ${areOf(invited)} invited already and ${invited === 1 ? "gets" : "get"} no second invitation.`,
        ]
      : []),
  ];
}

function ofThePeople(count: number): string {
  return `${count.toLocaleString("en")} of the people`;
}

function areOf(count: number): string {
  return count === 1 ? "is" : "are";
}
