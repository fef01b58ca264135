import type { GroupSummary } from "../../../bot/contract/groups.ts";
import { isConcerned } from "./banner-words.ts";

const group: GroupSummary = {
  id: "0b7f9a52-5a4e-4a51-9d5c-0b1f1d5a7c11",
  name: "Women at Contoso",
  teamId: "19:women@thread.tacv2",
  confidential: false,
  memberCount: 12,
  myRole: "member",
  canSchedule: false,
  canManage: false,
  channels: [],
  defaults: null,
};
const notice = "Invitations wait.";

describe("trouble with the service account", () => {
  it("is told to leads, and to admins in the admin's view alone", () => {
    const lead = {
      serviceAccountNotice: notice,
      groups: [{ ...group, canSchedule: true }],
    };
    const nobody = { serviceAccountNotice: notice, groups: [group] };
    expect(isConcerned({ me: lead, adminsView: false })).toBe(true);
    expect(isConcerned({ me: nobody, adminsView: true })).toBe(true);
    expect(isConcerned({ me: nobody, adminsView: false })).toBe(false);
  });

  it("is not told when there is none", () => {
    const me = { serviceAccountNotice: null, groups: [group] };
    expect(isConcerned({ me, adminsView: true })).toBe(false);
  });
});
