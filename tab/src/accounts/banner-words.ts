import type { Me } from "../../../bot/contract/me.ts";

/** Whether the reader is told of trouble with the account: leads are, and admins unless they look as a member does. */
export function isConcerned(given: {
  me: Pick<Me, "serviceAccountNotice" | "groups">;
  adminsView: boolean;
}): boolean {
  const { me, adminsView } = given;
  if (me.serviceAccountNotice === null) return false;
  return adminsView || me.groups.some((group) => group.canSchedule);
}
