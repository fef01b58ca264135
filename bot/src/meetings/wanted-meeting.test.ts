import { meetingStep, wantedMeeting, type Lead } from "./wanted-meeting.ts";

const lead = (name: string, role: Lead["role"] = "contributor"): Lead => ({
  objectId: `id of ${name}`,
  displayName: name,
  userPrincipalName: null,
  role,
});
const wanted = (leads: Lead[], confidential = false) =>
  wantedMeeting({ leads, confidential, organizerObjectId: "id of ERGs" });
const idsOf = (leads: readonly Lead[]) => leads.map(({ objectId }) => objectId);

describe("the meeting that is wanted", () => {
  it("takes owners first, then contributors, by name", () => {
    const { coorganizers, leftOut } = wanted([
      lead("Adele"),
      lead("Zoe", "owner"),
      lead("Megan", "owner"),
    ]);
    expect(coorganizers.map(({ displayName }) => displayName)).toEqual([
      "Megan",
      "Zoe",
      "Adele",
    ]);
    expect(leftOut).toEqual([]);
  });

  it("leaves out whom Teams has no place for, and names them", () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      lead(`Lead ${String(n).padStart(2, "0")}`),
    );
    const { coorganizers, leftOut } = wanted([...many, lead("Zoe", "owner")]);
    expect(coorganizers).toHaveLength(10);
    expect(coorganizers[0]?.displayName).toBe("Zoe");
    expect(leftOut.map(({ displayName }) => displayName)).toEqual([
      "Lead 09",
      "Lead 10",
      "Lead 11",
    ]);
  });

  it("gives the organizer no role", () => {
    expect(wanted([lead("ERGs", "owner")]).coorganizers).toEqual([]);
  });

  it("is closed and silent for a confidential group", () => {
    expect(wanted([], true)).toMatchObject({
      lobby: "invited",
      chat: "disabled",
    });
    expect(wanted([])).toMatchObject({
      lobby: "organizationExcludingGuests",
      chat: "enabled",
    });
  });
});

describe("the step towards it", () => {
  const target = wanted([lead("Megan"), lead("Zoe")]);
  const ids = idsOf(target.coorganizers);
  const shown = {
    coorganizers: ids.toReversed(),
    given_to: ids,
    lobby: target.lobby,
    chat: target.chat,
  };

  it("is everything at first, and nothing in the end, whatever the order", () => {
    expect(meetingStep(null, target)).toEqual({
      lobby: target.lobby,
      chat: target.chat,
      coorganizers: target.coorganizers,
    });
    expect(meetingStep(shown, target)).toBeNull();
  });

  it("leaves alone what has not changed here", () => {
    expect(meetingStep({ ...shown, chat: "disabled" }, target)).toEqual({
      lobby: null,
      chat: "enabled",
      coorganizers: null,
    });
    expect(meetingStep({ ...shown, coorganizers: [] }, target)).toEqual({
      lobby: null,
      chat: null,
      coorganizers: target.coorganizers,
    });
  });

  it("takes a role back that nobody confirmed", () => {
    const step = meetingStep({ ...shown, given_to: [...ids, "lost"] }, target);
    expect(step?.coorganizers).toEqual(target.coorganizers);
  });
});
