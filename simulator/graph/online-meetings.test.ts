import {
  RetryHandlerOptions,
  type Client,
} from "@microsoft/microsoft-graph-client";
import type { Simulator } from "../start-simulator.ts";
import {
  any,
  graphClientFor,
  serviceAccount,
} from "../testing/graph-client.ts";
import { lookUpMeeting, scheduleMeeting } from "../testing/online-meetings.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";
const meetingScopes = ["Calendars.ReadWrite", "OnlineMeetings.Read"];
const allScopes = [...meetingScopes, "OnlineMeetingArtifact.Read.All"];

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startTestSimulator();
});
afterEach(() => simulator.close());

describe("an online meeting", () => {
  it("is found by its organizer with the event's link, and has an id of its own", async () => {
    const client = await graphClientFor(simulator, { scopes: meetingScopes });
    await scheduleMeeting(client, { subject: "Another one" });
    const joinUrl = await scheduleMeeting(client);
    const { value } = await lookUpMeeting(client, joinUrl);
    const { id: oid } = simulator.world.serviceAccount!;
    expect(value).toEqual([any(Object)]);
    expect(value[0]).toMatchObject({
      id: any(String),
      joinWebUrl: joinUrl,
      subject: "Lunch and learn",
      startDateTime: "2031-12-01T12:00:00.000Z",
      endDateTime: "2031-12-01T13:00:00.000Z",
      participants: {
        organizer: {
          upn: serviceAccount,
          role: "presenter",
          identity: { user: { id: oid, identityProvider: "AAD" } },
        },
        attendees: [],
      },
      joinMeetingIdSettings: {
        isPasscodeRequired: true,
        joinMeetingId: expect.stringMatching(/^\d{15}$/) as string,
      },
    });
    const plain = Buffer.from(value[0]!.id, "base64").toString("utf8");
    expect(plain).toMatch(
      new RegExp(`^1\\*${oid}\\*0\\*\\*19:meeting_[\\w-]+@thread\\.v2$`),
    );
  });

  it("is refused to the invited", async () => {
    const organizer = await graphClientFor(simulator, {
      scopes: meetingScopes,
    });
    const joinUrl = await scheduleMeeting(organizer);
    const invited = await graphClientFor(simulator, {
      account: megan,
      scopes: meetingScopes,
    });
    await expect(lookUpMeeting(invited, joinUrl)).rejects.toMatchObject({
      statusCode: 403,
      code: "Forbidden",
      message: expect.stringContaining("3003") as string,
    });
  });

  it("does not exist for an unknown link: an error or an empty list", async () => {
    const client = await graphClientFor(simulator, { scopes: meetingScopes });
    const joinUrl = await scheduleMeeting(client);
    const unknown = joinUrl.replace("meeting_", "meeting_x");
    await expect(lookUpMeeting(client, unknown)).rejects.toMatchObject({
      statusCode: 404,
    });
    // The link is not interpreted: another way of writing it is another link.
    await expect(
      lookUpMeeting(client, joinUrl.replaceAll("%3A", "%3a")),
    ).rejects.toMatchObject({ statusCode: 404 });
    simulator.changeSettings({ unknownJoinUrl: "emptyList" });
    expect((await lookUpMeeting(client, unknown)).value).toEqual([]);
  });

  it("needs a permission for meetings, not one for calendars or reports", async () => {
    const client = await graphClientFor(simulator, {
      scopes: ["Calendars.ReadWrite", "OnlineMeetingArtifact.Read.All"],
    });
    const joinUrl = await scheduleMeeting(client);
    await expect(lookUpMeeting(client, joinUrl)).rejects.toMatchObject({
      statusCode: 403,
      code: "Forbidden",
    });
    const writer = await graphClientFor(simulator, {
      scopes: ["OnlineMeetings.ReadWrite"],
    });
    expect((await lookUpMeeting(writer, joinUrl)).value).toHaveLength(1);
  });

  it.each([
    ["without a filter", ""],
    ["by its subject", "?$filter=subject eq 'Lunch and learn'"],
    ["by the property in other letters", "?$filter=joinweburl eq 'x'"],
    [
      "with more than the documented filter",
      "?$filter=JoinWebUrl eq 'x' or true",
    ],
    ["with another option", "?$filter=JoinWebUrl eq 'x'&$orderby=subject"],
  ])("cannot be looked up %s, and says so", async (_name, query) => {
    const client = await graphClientFor(simulator, { scopes: meetingScopes });
    await expect(
      client.api(`/me/onlineMeetings${query}`).get(),
    ).rejects.toMatchObject({ statusCode: 501 });
  });

  it("does not use up the mailbox's requests", async () => {
    simulator.changeSettings({ requestsPer10Minutes: 1 });
    const client = await graphClientFor(simulator, { scopes: meetingScopes });
    const joinUrl = await scheduleMeeting(client);
    const once = [new RetryHandlerOptions(0, 0)];
    const found = client
      .api("/me/onlineMeetings")
      .filter(`JoinWebUrl eq '${encodeURIComponent(joinUrl)}'`)
      .middlewareOptions(once)
      .get();
    await expect(found).resolves.toMatchObject({ value: [any(Object)] });
    await expect(
      client.api("/me/calendar").middlewareOptions(once).get(),
    ).rejects.toMatchObject({ statusCode: 429 });
  });
});

describe("attendance reports", () => {
  const reports = (client: Client, id: string) =>
    client.api(
      `/me/onlineMeetings/${encodeURIComponent(id)}/attendanceReports`,
    );

  it("are an empty list for a meeting that nobody has joined", async () => {
    const client = await graphClientFor(simulator, { scopes: allScopes });
    const { value } = await lookUpMeeting(
      client,
      await scheduleMeeting(client),
    );
    const reply: unknown = await reports(client, value[0]!.id).get();
    expect(reply).toMatchObject({ value: [] });
  });

  it("need the permission for artifacts", async () => {
    const client = await graphClientFor(simulator, {
      scopes: [...meetingScopes, "OnlineMeetings.ReadWrite"],
    });
    const { value } = await lookUpMeeting(
      client,
      await scheduleMeeting(client),
    );
    await expect(reports(client, value[0]!.id).get()).rejects.toMatchObject({
      statusCode: 403,
      code: "Forbidden",
    });
  });

  it("are not there for other people's meetings, unknown ones and no id at all", async () => {
    const client = await graphClientFor(simulator, { scopes: allScopes });
    const { value } = await lookUpMeeting(
      client,
      await scheduleMeeting(client),
    );
    const other = await graphClientFor(simulator, {
      account: megan,
      scopes: allScopes,
    });
    await expect(reports(other, value[0]!.id).get()).rejects.toMatchObject({
      statusCode: 404,
    });
    const unknown = Buffer.from(
      Buffer.from(value[0]!.id, "base64")
        .toString("utf8")
        .replace("meeting_", "meeting_x"),
    ).toString("base64");
    await expect(reports(client, unknown).get()).rejects.toMatchObject({
      statusCode: 404,
    });
    await expect(reports(client, "no-id").get()).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});
