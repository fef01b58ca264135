import type { MeetingParticipant } from "../graph/online-meetings.ts";
import { nextParticipants } from "./next-participants.ts";

const someone = (
  id: string | null,
  role: MeetingParticipant["role"] = "attendee",
): MeetingParticipant => ({
  objectId: id,
  upn: null,
  role,
  identity: id === null ? null : { user: { id } },
});
const lead = (objectId: string) => ({
  objectId,
  displayName: objectId,
  userPrincipalName: `${objectId}@contoso.com`,
  role: "owner" as const,
});
const next = (
  current: MeetingParticipant[],
  given: { leads?: string[]; formerly?: string[]; invited?: string[] },
) =>
  nextParticipants(current, {
    coorganizers: (given.leads ?? []).map(lead),
    formerly: given.formerly ?? [],
    invited: new Set(given.invited),
  })?.map(({ objectId, role }) => [objectId, role]) ?? null;

describe("the next participants of a meeting", () => {
  it("are the old ones, and leads with their role", () => {
    expect(
      next([someone("a"), someone(null), someone("b", "presenter")], {
        leads: ["a", "c"],
      }),
    ).toEqual([
      ["a", "coorganizer"],
      [null, "attendee"],
      ["b", "presenter"],
      ["c", "coorganizer"],
    ]);
  });

  it("lack whoever led and is not invited, and keep the invited as attendees", () => {
    expect(
      next([someone("a", "coorganizer"), someone("b", "coorganizer")], {
        formerly: ["a", "b"],
        invited: ["b"],
      }),
    ).toEqual([["b", "attendee"]]);
  });

  it("keep a co-organizer whom somebody named in Teams", () => {
    expect(
      next([someone("speaker", "coorganizer")], { leads: ["a"], formerly: [] }),
    ).toEqual([
      ["speaker", "coorganizer"],
      ["a", "coorganizer"],
    ]);
  });

  it("are null where they are the same", () => {
    expect(
      next([someone("a", "coorganizer")], { leads: ["a"], formerly: ["a"] }),
    ).toBeNull();
    expect(next([], {})).toBeNull();
  });
});
