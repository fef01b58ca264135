import type { Client } from "@microsoft/microsoft-graph-client";
import type { Simulator } from "../start-simulator.ts";
import { graphClientFor } from "../testing/graph-client.ts";
import { lookUpMeeting, scheduleMeeting } from "../testing/online-meetings.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";
const lee = "LeeG@contoso.com";
const scopes = ["Calendars.ReadWrite", "OnlineMeetings.ReadWrite"];
const newValues = "include-unknown-enum-members";

interface Shown {
  allowMeetingChat: string;
  lobbyBypassSettings: { scope: string };
  participants: {
    attendees: {
      upn: string;
      role: string;
      identity: { user: { id: string } };
    }[];
  };
}

let simulator: Simulator;
let client: Client;
let path: string;

async function begin(withScopes: string[]): Promise<void> {
  simulator = await startTestSimulator();
  client = await graphClientFor(simulator, { scopes: withScopes });
  const { value } = await lookUpMeeting(client, await scheduleMeeting(client));
  path = `/me/onlineMeetings/${encodeURIComponent(value[0]!.id)}`;
}

beforeEach(() => begin(scopes));
afterEach(() => simulator.close());

const idOf = (address: string) =>
  simulator.world.personByAddress(address)?.id ?? "";
const coorganizer = (address: string) => ({
  role: "coorganizer",
  upn: address,
  identity: { user: { id: idOf(address) } },
});
const change = (body: unknown, by = client) =>
  by.api(path).header("Prefer", newValues).patch(body) as Promise<Shown>;
const read = (prefer: string) =>
  client.api(path).header("Prefer", prefer).get() as Promise<Shown>;
const rolesIn = ({ participants }: Shown) =>
  participants.attendees.map(({ identity, role }) => [identity.user.id, role]);

describe("a change of an online meeting", () => {
  it("makes people co-organizers, and mails nobody", async () => {
    const before = simulator.mailbox(megan).mails.length;
    const answer = await change({
      participants: { attendees: [coorganizer(megan), coorganizer(lee)] },
    });
    const wanted = [
      [idOf(megan), "coorganizer"],
      [idOf(lee), "coorganizer"],
    ];
    expect(rolesIn(answer)).toEqual(wanted);
    expect(rolesIn(await read(newValues))).toEqual(wanted);
    expect(simulator.mailbox(megan).mails).toHaveLength(before);
    expect(simulator.mailbox(lee).mails).toEqual([]);
    expect(simulator.mailbox(lee).events).toEqual([]);
  });

  it("replaces the attendees as a whole, and leaves alone what it does not name", async () => {
    await change({
      allowMeetingChat: "disabled",
      lobbyBypassSettings: { scope: "invited" },
      participants: { attendees: [coorganizer(megan)] },
    });
    const answer = await change({
      participants: { attendees: [coorganizer(lee)] },
    });
    expect(rolesIn(answer)).toEqual([[idOf(lee), "coorganizer"]]);
    expect(answer).toMatchObject({
      allowMeetingChat: "disabled",
      lobbyBypassSettings: { scope: "invited", isDialInBypassEnabled: false },
    });
  });

  it("is shown with newer values only to who says that it knows them", async () => {
    await change({
      lobbyBypassSettings: { scope: "organizationExcludingGuests" },
      participants: { attendees: [coorganizer(megan)] },
    });
    const shown = await read('IdType="ImmutableId"');
    expect(rolesIn(shown)).toEqual([[idOf(megan), "unknownFutureValue"]]);
    expect(shown.lobbyBypassSettings.scope).toBe("unknownFutureValue");
  });

  it("is seen in the invited person's Outlook", async () => {
    const standing = () => simulator.mailbox(megan).events[0]?.inMeeting;
    expect(standing()).toEqual({
      role: "presenter",
      waitsInLobby: false,
      chat: "enabled",
    });
    await change({ lobbyBypassSettings: { scope: "organizer" } });
    expect(standing()).toMatchObject({ waitsInLobby: true });
    await change({
      allowMeetingChat: "disabled",
      participants: { attendees: [coorganizer(megan)] },
    });
    expect(standing()).toEqual({
      role: "coorganizer",
      waitsInLobby: false,
      chat: "disabled",
    });
  });

  it("needs the permission to write meetings", async () => {
    // What an account has consented to once is in all of its tokens.
    await simulator.close();
    await begin(["Calendars.ReadWrite", "OnlineMeetings.Read"]);
    await expect(
      change({ allowMeetingChat: "disabled" }),
    ).rejects.toMatchObject({ statusCode: 403, code: "Forbidden" });
  });

  it("is for the organizer alone", async () => {
    const other = await graphClientFor(simulator, { account: megan, scopes });
    await expect(
      change({ allowMeetingChat: "disabled" }, other),
    ).rejects.toMatchObject({ statusCode: 404 });
    await expect(
      change({ participants: { organizer: coorganizer(megan) } }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });

  it.each([
    ["a property that does not exist", { chat: "off" }, 400],
    ["a value that does not exist", { allowMeetingChat: "off" }, 400],
    ["a property that nothing here acts on", { subject: "Tea" }, 501],
  ])("is refused with %s", async (_what, body, statusCode) => {
    await expect(change(body)).rejects.toMatchObject({ statusCode });
  });

  it("takes people whom nobody knows, or refuses as a whole", async () => {
    const stranger = {
      role: "coorganizer",
      upn: null,
      identity: { user: { id: "3f1c1e9b-2b57-4a5b-9d0a-3c4f7f0f6a21" } },
    };
    const body = {
      allowMeetingChat: "disabled",
      participants: { attendees: [stranger] },
    };
    simulator.changeSettings({ unknownParticipant: "refused" });
    await expect(change(body)).rejects.toMatchObject({ statusCode: 400 });
    expect(await read(newValues)).toMatchObject({
      allowMeetingChat: "enabled",
    });
    simulator.changeSettings({ unknownParticipant: "stored" });
    expect(rolesIn(await change(body))).toEqual([
      [stranger.identity.user.id, "coorganizer"],
    ]);
  });

  it("takes so many co-organizers and no more", async () => {
    simulator.changeSettings({ maxCoorganizers: 1 });
    await expect(
      change({
        participants: { attendees: [coorganizer(megan), coorganizer(lee)] },
      }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe("the attendees of an event's meeting", () => {
  it("are listed where the switch says so, until somebody sets them", async () => {
    expect(rolesIn(await read(newValues))).toEqual([]);
    simulator.changeSettings({ meetingAttendees: "invited" });
    expect(rolesIn(await read(newValues))).toEqual([[idOf(megan), "attendee"]]);
    await change({ participants: { attendees: [] } });
    expect(rolesIn(await read(newValues))).toEqual([]);
  });
});
