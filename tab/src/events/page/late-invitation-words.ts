import type { LateInvitation } from "../../../../bot/contract/late-invitation.ts";
import { peopleCount } from "../../groups/group-choice.ts";
import { shortMoment } from "../../time/when-sentence.ts";

/** `12 people who joined Women at Contoso were invited (25 Nov, 10:05).` */
export function lateInvitationSentence(
  { groupName, people, at }: Omit<LateInvitation, "id">,
  reader: { locale: string; timeZone: string },
): string {
  const were = people === 1 ? "was" : "were";
  return `${peopleCount(people)} who joined ${groupName} ${were} invited (${shortMoment(at, reader)}).`;
}
