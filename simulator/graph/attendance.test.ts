import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { Client } from "@microsoft/microsoft-graph-client";
import type { HeldMeetingInput } from "../control/held-meeting.ts";
import type { Simulator } from "../start-simulator.ts";
import {
  attendanceReader,
  type AttendanceReader,
} from "../testing/attendance.ts";
import { attendanceSchemas } from "../testing/attendance-schema.ts";
import { graphClientFor, serviceAccount } from "../testing/graph-client.ts";
import { scheduleMeeting } from "../testing/online-meetings.ts";
import {
  startTestSimulator,
  testClock,
  type TestClock,
} from "../testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";
const adele = "AdeleV@contoso.com";
const scopes = [
  "Calendars.ReadWrite",
  "OnlineMeetings.ReadWrite",
  "OnlineMeetingArtifact.Read.All",
];
const noon = (minutes: number) =>
  new Date(Date.UTC(2031, 11, 1, 12, minutes)).toISOString();

type Sessions = NonNullable<HeldMeetingInput["sessions"]>;
type Joins = Sessions[number]["joins"];

let clock: TestClock;
let simulator: Simulator;
let client: Client;
let joinUrl: string;
let reader: AttendanceReader;

beforeEach(async () => {
  clock = testClock(new Date("2031-12-01T11:00:00Z"));
  simulator = await startTestSimulator({ clock });
  joinUrl = await scheduleMeeting(await graphClientFor(simulator, { scopes }));
  clock.forward({ hours: 2 });
  client = await graphClientFor(simulator, { scopes });
  reader = await attendanceReader(client, joinUrl);
});
afterEach(() => simulator.close());

/** One session from noon to ten to one. */
function hold(joins: Joins, more: Partial<HeldMeetingInput> = {}): string {
  return simulator.holdMeeting({
    joinUrl,
    sessions: [{ startedAt: noon(0), endedAt: noon(50), joins }],
    ...more,
  })[0]!;
}

const recordsOf = async (id: string) => (await reader.records(id)).value;
const notFound = { statusCode: 404, code: "NotFound" };

describe("the attendance reports of a meeting", () => {
  it("are one a session, newest first, and tell no names", async () => {
    const [first, second] = simulator.holdMeeting({
      joinUrl,
      sessions: [
        {
          startedAt: noon(0),
          endedAt: noon(20),
          joins: [{ person: megan }, { person: adele }],
        },
        {
          startedAt: noon(25),
          endedAt: noon(50),
          joins: [{ person: megan }],
        },
      ],
    });
    expect((await reader.list()).value).toEqual([
      {
        id: second,
        totalParticipantCount: 1,
        meetingStartDateTime: "2031-12-01T12:25:00Z",
        meetingEndDateTime: "2031-12-01T12:50:00Z",
        attendanceRecords: [],
      },
      {
        id: first,
        totalParticipantCount: 2,
        meetingStartDateTime: "2031-12-01T12:00:00Z",
        meetingEndDateTime: "2031-12-01T12:20:00Z",
        attendanceRecords: [],
      },
    ]);
  });

  it("are those of that meeting alone", async () => {
    const other = await scheduleMeeting(client, { subject: "Another one" });
    const mine = hold([{ person: megan }]);
    const [theirs] = simulator.holdMeeting({
      subject: "Another one",
      sessions: [
        { startedAt: noon(0), endedAt: noon(9), joins: [{ person: adele }] },
      ],
    });
    expect((await reader.list()).value).toMatchObject([{ id: mine }]);
    const otherReader = await attendanceReader(client, other);
    expect((await otherReader.list()).value).toMatchObject([{ id: theirs }]);
    await expect(reader.report(theirs!)).rejects.toMatchObject(notFound);
    await expect(reader.records(theirs!)).rejects.toMatchObject(notFound);
  });

  it("are listed up to fifty", async () => {
    const sessions = Array.from({ length: 51 }, (_, n) => ({
      startedAt: noon(n),
      endedAt: new Date(Date.parse(noon(n)) + 30_000),
      joins: [{ person: megan }],
    }));
    const ids = simulator.holdMeeting({ joinUrl, sessions });
    const { value } = await reader.list();
    expect(value.map(({ id }) => id)).toEqual(ids.slice(1).toReversed());
    expect(await reader.report(ids[0]!)).toMatchObject({ id: ids[0] });
  });

  it("come only when their session is over, and some time after it", async () => {
    const [id = ""] = simulator.holdMeeting({
      joinUrl,
      sessions: [
        { startedAt: noon(0), endedAt: noon(80), joins: [{ person: megan }] },
      ],
      reportAfterSeconds: 600,
    });
    expect((await reader.list()).value).toEqual([]);
    await expect(reader.report(id)).rejects.toMatchObject(notFound);
    clock.forward({ minutes: 29 });
    expect((await reader.list()).value).toEqual([]);
    clock.forward({ minutes: 1 });
    expect((await reader.list()).value).toMatchObject([{ id }]);
  });

  it("come after the time that the settings say, or at once when somebody says so", async () => {
    simulator.changeSettings({ attendanceDelaySeconds: 86_400 });
    const id = hold([{ person: megan }]);
    expect((await reader.list()).value).toEqual([]);
    simulator.showAttendanceReports();
    expect((await reader.list()).value).toMatchObject([{ id }]);
  });

  it("are gone after a year, or when somebody says so", async () => {
    const id = hold([{ person: megan }]);
    clock.forward({ days: 364 });
    const late = await attendanceReader(
      await graphClientFor(simulator, { scopes }),
      joinUrl,
    );
    expect((await late.list()).value).toMatchObject([{ id }]);
    simulator.expireAttendanceReports({ joinUrl });
    expect((await late.list()).value).toEqual([]);
    simulator.holdMeeting({
      joinUrl,
      sessions: [{ startedAt: noon(0), endedAt: noon(9), joins: [] }],
    });
    expect((await late.list()).value).toHaveLength(1);
    simulator.changeSettings({ attendanceRetentionDays: 300 });
    expect((await late.list()).value).toEqual([]);
    await expect(late.report(id)).rejects.toMatchObject(notFound);
  });

  it("are not made while they are switched off; those of before stay", async () => {
    const before = hold([{ person: megan }]);
    simulator.changeSettings({ attendanceReports: "off" });
    hold([{ person: adele }]);
    simulator.showAttendanceReports();
    expect((await reader.list()).value).toMatchObject([{ id: before }]);
  });

  it("count who watched without being listed, and everybody once", async () => {
    const [id] = simulator.holdMeeting({
      joinUrl,
      sessions: [
        {
          startedAt: noon(0),
          endedAt: noon(50),
          joins: [{ person: megan }, { person: megan }, { person: adele }],
          viewOnly: 40,
        },
      ],
    });
    expect((await reader.list()).value[0]?.totalParticipantCount).toBe(42);
    expect(await recordsOf(id!)).toHaveLength(3);
  });

  it.each([
    ["?$top=5"],
    ["?$expand=attendanceRecords"],
    ["?$select=id"],
    ["?$count=true"],
  ])("take no query option such as %s", async (query) => {
    await expect(reader.list(query)).rejects.toMatchObject({
      statusCode: 501,
    });
  });
});

describe("an attendance report", () => {
  it("tells its records only when it is asked for them", async () => {
    const id = hold([{ person: megan }]);
    expect(await reader.report(id)).not.toHaveProperty("attendanceRecords");
    expect(await reader.report(id, "?$expand=attendanceRecords")).toMatchObject(
      { id, attendanceRecords: [{ emailAddress: megan }] },
    );
    await expect(
      reader.report(id, "?$expand=externalEventInformation"),
    ).rejects.toMatchObject({ statusCode: 501 });
    await expect(reader.report(id, "?$select=id")).rejects.toMatchObject({
      statusCode: 501,
    });
  });

  it("has each person's intervals, whole seconds, and their sum", async () => {
    const id = hold([
      {
        person: megan,
        intervals: [
          { joinedAt: "2031-12-01T12:00:00.500Z", leftAt: noon(10) },
          { joinedAt: noon(5), leftAt: noon(20) },
        ],
      },
    ]);
    expect(await recordsOf(id)).toMatchObject([
      {
        totalAttendanceInSeconds: 599 + 900,
        attendanceIntervals: [
          {
            joinDateTime: "2031-12-01T12:00:00.5000001Z",
            leaveDateTime: "2031-12-01T12:10:00.0000001Z",
            durationInSeconds: 599,
          },
          { durationInSeconds: 900 },
        ],
      },
    ]);
  });

  it("names people by object id, name, organization and address, also one that has changed", async () => {
    const id = hold([{ person: megan, address: "Megan.Smith@contoso.com" }]);
    const person = simulator.world.personByAddress(megan)!;
    expect(await recordsOf(id)).toMatchObject([
      {
        id: person.id,
        emailAddress: "Megan.Smith@contoso.com",
        role: "Presenter",
        identity: {
          "@odata.type": "#microsoft.graph.communicationsUserIdentity",
          id: person.id,
          displayName: "Megan Bowen",
          tenantId: simulator.world.tenant.id,
        },
      },
    ]);
  });

  it("gives somebody's second record an id of its own", async () => {
    const id = hold([{ person: megan }, { person: megan }]);
    const records = await recordsOf(id);
    expect(new Set(records.map((record) => record.id)).size).toBe(2);
    expect(new Set(records.map(({ identity }) => identity?.id)).size).toBe(1);
  });

  it("has guests of elsewhere as people of another organization", async () => {
    const guest = { name: "Sam Rivera", address: "sam@fabrikam.com" };
    const id = hold([{ guest }]);
    const [record] = await recordsOf(id);
    expect(record).toMatchObject({
      emailAddress: guest.address,
      role: "Attendee",
      identity: { displayName: guest.name },
    });
    expect(record?.identity?.tenantId).not.toBe(simulator.world.tenant.id);
  });

  it.each([
    ["typed", "#microsoft.graph.communicationsGuestIdentity", "Kim"],
    ["nameOnly", undefined, "Kim"],
    ["none", undefined, undefined],
  ] as const)(
    "tells of somebody without an account in the form %s",
    async (anonymousAttendee, type, name) => {
      simulator.changeSettings({ anonymousAttendee });
      const [record] = await recordsOf(hold([{ anonymous: { name: "Kim" } }]));
      expect(record?.emailAddress).toBe("");
      expect(record?.identity?.["@odata.type"]).toBe(type);
      expect(record?.identity?.displayName).toBe(name);
    },
  );

  it.each([
    ["typed", "+14255550123", "+1425*****23"],
    ["nameOnly", null, "+1425*****23"],
    ["none", undefined, undefined],
  ] as const)(
    "tells of somebody who calls in in the form %s",
    async (phoneAttendee, number, name) => {
      simulator.changeSettings({
        phoneAttendee,
        missingAttendanceAddress: "null",
      });
      const [record] = await recordsOf(
        hold([{ phone: { number: "+14255550123" } }]),
      );
      expect(record?.emailAddress).toBeNull();
      expect(record?.identity?.id).toBe(number);
      expect(record?.identity?.displayName).toBe(name);
    },
  );

  it("can lack everybody's address", async () => {
    simulator.changeSettings({ attendanceAddresses: "missing" });
    expect(await recordsOf(hold([{ person: megan }]))).toMatchObject([
      { emailAddress: "", identity: { displayName: "Megan Bowen" } },
    ]);
  });

  it("gives the organizer and attendees their roles", async () => {
    await client
      .api(reader.path.replace("/attendanceReports", ""))
      .patch({ allowedPresenters: "organizer" });
    const id = hold([
      { person: "ergs@contoso.com" },
      { person: megan },
      { person: adele, role: "None" },
    ]);
    expect((await recordsOf(id)).map(({ role }) => role)).toEqual([
      "Organizer",
      "Attendee",
      "None",
    ]);
  });

  it("comes in pages, which are linked", async () => {
    const joins = Array.from({ length: 1_203 }, (_, n) => ({
      guest: { name: `Guest ${n}`, address: `guest${n}@fabrikam.com` },
    }));
    const id = hold(joins);
    const pages = await reader.allRecords(id);
    expect(pages.map((page) => page.length)).toEqual([
      ...Array.from({ length: 12 }, () => 100),
      3,
    ]);
    expect(pages.flat().map(({ emailAddress }) => emailAddress)).toEqual(
      joins.map(({ guest }) => guest.address),
    );
    const inline = (await reader.report(
      id,
      "?$expand=attendanceRecords",
    )) as unknown as Record<string, unknown>;
    expect(inline["attendanceRecords"]).toHaveLength(100);
    const rest: unknown = await client
      .api(inline["attendanceRecords@odata.nextLink"] as string)
      .get();
    expect(rest).toMatchObject({ value: pages[1] });
  });

  it("takes its own links alone", async () => {
    simulator.changeSettings({ attendanceRecordsPage: 1 });
    const joins = [{ person: megan }, { person: adele }];
    const [first, second] = [hold(joins), hold(joins)];
    const link = (await reader.records(first))["@odata.nextLink"]!;
    await expect(
      client.api(link.replace(first, second)).get(),
    ).rejects.toMatchObject({ statusCode: 400 });
    await expect(
      client.api(`${link.replace(/skiptoken=.*/, "skiptoken=x")}`).get(),
    ).rejects.toMatchObject({ statusCode: 400 });
    await expect(
      client.api(`${reader.path}/${first}/attendanceRecords?$top=1`).get(),
    ).rejects.toMatchObject({ statusCode: 501 });
  });

  it("is unknown by another id, and to somebody else", async () => {
    const id = hold([{ person: megan }]);
    const unknown = "00000000-0000-4000-8000-000000000000";
    await expect(reader.report(unknown)).rejects.toMatchObject(notFound);
    await expect(reader.records(unknown)).rejects.toMatchObject(notFound);
    const other = await graphClientFor(simulator, { account: megan, scopes });
    for (const tail of ["", "/attendanceRecords"])
      await expect(
        other.api(`${reader.path}/${id}${tail}`).get(),
      ).rejects.toMatchObject(notFound);
  });

  it("needs the permission for artifacts", async () => {
    const id = hold([{ person: megan }]);
    simulator.withdrawConsent(serviceAccount);
    const lacking = await graphClientFor(simulator, {
      scopes: ["OnlineMeetings.ReadWrite"],
    });
    for (const tail of ["", `/${id}`, `/${id}/attendanceRecords`])
      await expect(
        lacking.api(`${reader.path}${tail}`).get(),
      ).rejects.toMatchObject({ statusCode: 403, code: "Forbidden" });
  });

  it("has the shape of Microsoft's description, in every form", async () => {
    const ajv = new Ajv({ allErrors: true });
    addFormats.default(ajv);
    const holdsTo = (name: keyof typeof attendanceSchemas, body: unknown) => {
      ajv.validate(attendanceSchemas[name], body);
      expect(ajv.errors).toBeNull();
    };
    simulator.changeSettings({ attendanceRecordsPage: 3 });
    const forms = ["typed", "nameOnly", "none"] as const;
    for (const form of forms) {
      simulator.changeSettings({
        anonymousAttendee: form,
        phoneAttendee: form,
        missingAttendanceAddress: form === "none" ? "null" : "empty",
      });
      const id = hold([
        { person: megan },
        { guest: { name: "Sam Rivera", address: "sam@fabrikam.com" } },
        { anonymous: { name: "Kim" } },
        { phone: { number: "+14255550123" } },
      ]);
      holdsTo("reportList", await reader.list());
      holdsTo("report", await reader.report(id));
      holdsTo(
        "expandedReport",
        await reader.report(id, "?$expand=attendanceRecords"),
      );
      const page = await reader.records(id);
      holdsTo("recordList", page);
      holdsTo("recordList", await client.api(page["@odata.nextLink"]!).get());
    }
  });
});

describe("a meeting of a channel", () => {
  beforeEach(() => {
    simulator.changeSettings({ teamsMeetingPlace: "channel" });
  });

  async function inChannel(
    subject: string,
  ): Promise<[string, AttendanceReader]> {
    const link = await scheduleMeeting(client, { subject });
    const [id] = simulator.holdMeeting({
      subject,
      sessions: [
        { startedAt: noon(0), endedAt: noon(9), joins: [{ person: megan }] },
      ],
    });
    return [id!, await attendanceReader(client, link)];
  }

  it("has a link that names the channel", async () => {
    const link = await scheduleMeeting(client, { subject: "In the channel" });
    expect(decodeURIComponent(link)).toMatch(
      /\/19:[^/]+@thread\.tacv2\/\d{10,}\?context=/,
    );
  });

  it("has no report that could be read", async () => {
    const [id, ofChannel] = await inChannel("In the channel");
    const refused = { statusCode: 400, code: "BadRequest" };
    await expect(ofChannel.list()).rejects.toMatchObject(refused);
    await expect(ofChannel.report(id)).rejects.toMatchObject(refused);
    await expect(ofChannel.records(id)).rejects.toMatchObject(refused);
  });

  it("may list the reports of all meetings in the channel", async () => {
    simulator.changeSettings({ channelMeetingReports: "wholeChannel" });
    const [first, ofFirst] = await inChannel("In the channel");
    const [second] = await inChannel("Also there");
    const { value } = await ofFirst.list();
    expect(value.map(({ id }) => id).toSorted()).toEqual(
      [first, second].toSorted(),
    );
    await expect(ofFirst.report(first)).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});
