import type { Client } from "@microsoft/microsoft-graph-client";
import { contosoSeed } from "../seed/contoso.ts";
import type { Simulator } from "../start-simulator.ts";
import {
  any,
  graphClientFor,
  immutableIds,
  newEvent,
  serviceAccount,
  type GraphEvent,
} from "../testing/graph-client.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";
const adele = "AdeleV@contoso.com";
const lee = "LeeG@contoso.com";
const everybody = [megan, adele, lee];

let simulator: Simulator;
let client: Client;

beforeEach(async () => {
  simulator = await startTestSimulator();
  client = await graphClientFor(simulator);
});
afterEach(() => simulator.close());

const create = (body: Record<string, unknown>): Promise<GraphEvent> =>
  client.api("/me/events").header("Prefer", immutableIds).post(body);

/** How many mails of each kind somebody has. */
function mailsOf(address: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of simulator.mailbox(address).mails) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

describe("creating an event", () => {
  it("invites everybody once, with the join link in the mail", async () => {
    const event = await create(newEvent(everybody));
    expect(event.onlineMeeting?.joinUrl).toContain("teams.microsoft.com");
    for (const address of everybody) {
      expect(mailsOf(address)).toEqual({ invitation: 1 });
      const [mail] = simulator.mailbox(address).mails;
      expect(mail?.bodyHtml).toContain(
        event.onlineMeeting!.joinUrl.replaceAll("&", "&amp;"),
      );
    }
    expect(event.attendees[0]).toEqual({
      type: "required",
      status: { response: "none", time: "0001-01-01T00:00:00Z" },
      emailAddress: { name: "Megan Bowen", address: megan },
    });
  });

  it.each([
    ["midnightUtc", "2031-12-01T00:00:00.0000000"],
    ["instants", "2031-11-30T13:00:00.0000000"],
  ] as const)(
    "tells the start of whole days as %s",
    async (allDayTimes, dateTime) => {
      simulator.changeSettings({ allDayTimes });
      const zone = "Australia/Sydney";
      const event = await create(
        newEvent(everybody, {
          isAllDay: true,
          start: { dateTime: "2031-12-01T00:00:00", timeZone: zone },
          end: { dateTime: "2031-12-02T00:00:00", timeZone: zone },
        }),
      );
      expect(event).toMatchObject({
        isAllDay: true,
        start: { dateTime, timeZone: "UTC" },
        originalStartTimeZone: zone,
      });
    },
  );

  it("answers in UTC, or in the zone that is asked for", async () => {
    const summer = {
      start: { dateTime: "2031-07-01T12:00", timeZone: "GMT Standard Time" },
      end: { dateTime: "2031-07-01T13:00", timeZone: "Europe/London" },
    };
    const { id, start } = await create(newEvent([], summer));
    expect(start).toEqual({
      dateTime: "2031-07-01T11:00:00.0000000",
      timeZone: "UTC",
    });
    const local = (await client
      .api(`/me/events/${id}`)
      .header("Prefer", 'outlook.timezone="Pacific Standard Time"')
      .get()) as GraphEvent;
    expect(local.start.dateTime).toBe("2031-07-01T04:00:00.0000000");
  });

  it("makes no Teams meeting, and no error, for an account without the licence", async () => {
    simulator.changeSettings({ serviceAccountTeamsLicense: false });
    expect(await create(newEvent(everybody))).toMatchObject({
      isOnlineMeeting: false,
      onlineMeetingProvider: "unknown",
      onlineMeeting: null,
    });
  });

  it.each([
    ["400", 400],
    ["409", 409],
  ] as const)(
    "refuses a repeated transactionId with %s",
    async (duplicateTransactionId, status) => {
      simulator.changeSettings({ duplicateTransactionId });
      const body = newEvent(everybody, { transactionId: "one" });
      const first = await create(body);
      const second = create(body);
      await expect(second).rejects.toMatchObject({
        statusCode: status,
        code: "ErrorDuplicateTransactionId",
      });
      if (status === 400) {
        await second.catch(({ body }: { body: string }) =>
          expect(body).toContain(first.id),
        );
      }
      expect(mailsOf(megan)).toEqual({ invitation: 1 });
    },
  );

  it("may answer a repeated transactionId with the first event", async () => {
    simulator.changeSettings({ duplicateTransactionId: "sameEvent" });
    const body = newEvent(everybody, { transactionId: "one" });
    const first = await create(body);
    expect((await create(body)).id).toBe(first.id);
    expect(mailsOf(megan)).toEqual({ invitation: 1 });
  });

  it("is found by an extended property", async () => {
    const property = {
      id: "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name ErgEvent",
      value: "42",
    };
    const { id } = await create(
      newEvent([], { singleValueExtendedProperties: [property] }),
    );
    await create(newEvent([]));
    const found = (await client
      .api("/me/events")
      .header("Prefer", immutableIds)
      .filter(
        `singleValueExtendedProperties/any(ep: ep/id eq '${property.id}' and ep/value eq '42')`,
      )
      .select("id")
      .expand(`singleValueExtendedProperties($filter=id eq '${property.id}')`)
      .get()) as { value: GraphEvent[] };
    expect(found.value).toEqual([
      {
        "@odata.etag": any(String),
        id,
        singleValueExtendedProperties: [property],
      },
    ]);
  });

  it("is listed, ten to a page", async () => {
    for (let n = 0; n < 11; n += 1) await create(newEvent([]));
    interface Page {
      value: GraphEvent[];
      "@odata.nextLink"?: string;
    }
    const first = (await client.api("/me/events").get()) as Page;
    const next = new URL(first["@odata.nextLink"] ?? "");
    const second = (await client.api(next.href).get()) as Page;
    expect(first.value).toHaveLength(10);
    expect(second.value).toHaveLength(1);
    expect(second["@odata.nextLink"]).toBeUndefined();
  });

  it("reaches the members of a distribution list once each, by one row", async () => {
    const event = await create(newEvent(["marketing@contoso.com", megan]));
    expect(event.attendees).toHaveLength(2);
    expect(mailsOf(megan)).toEqual({ invitation: 1 });
    expect(mailsOf("AlexW@contoso.com")).toEqual({ invitation: 1 });
  });

  it("reaches only the subscribers of a team's Microsoft 365 group, by one row with its name", async () => {
    const group = "womenatcontoso@contoso.com";
    const event = await create(newEvent([group]));
    expect(event.attendees).toMatchObject([
      { emailAddress: { name: "Women at Contoso" } },
    ]);
    for (const address of [adele, megan, serviceAccount])
      expect(mailsOf(address)).toEqual({});

    await simulator.close();
    const worldSeed = contosoSeed();
    const idOf = (mail: string) =>
      worldSeed.people.find((person) => person.mail === mail)?.id ?? "";
    for (const team of worldSeed.teams)
      if (team.groupMail.toLowerCase() === group)
        // Lee is no member, and so is reached by nothing.
        team.subscriberIds = [idOf(adele), idOf(lee)];
    simulator = await startTestSimulator({ worldSeed });
    client = await graphClientFor(simulator);
    await create(newEvent([group]));
    expect([adele, lee, megan].map(mailsOf)).toEqual([
      { invitation: 1 },
      {},
      {},
    ]);
  });

  it("bounces for an address of the organization that nobody has", async () => {
    await create(newEvent(["nobody@contoso.com", "guest@fabrikam.com"]));
    expect(mailsOf(serviceAccount)).toEqual({ message: 1 });
    expect(mailsOf("guest@fabrikam.com")).toEqual({ invitation: 1 });
  });

  it.each([
    ["an unknown property", { colour: "red" }, "RequestBodyRead"],
    [
      "an end before the start",
      { end: { dateTime: "2031-11-01T12:00", timeZone: "UTC" } },
      "ErrorPropertyValidationFailure",
    ],
    [
      "an unknown time zone",
      { start: { dateTime: "2031-12-01T12:00", timeZone: "Mars" } },
      "TimeZoneNotSupportedException",
    ],
    [
      "a malformed address",
      { attendees: [{ emailAddress: { address: "megan" } }] },
      "ErrorInvalidRecipients",
    ],
    [
      "more than 500 attendees",
      {
        attendees: Array.from({ length: 501 }, (_, n) => ({
          emailAddress: { address: `a${n}@fabrikam.com` },
        })),
      },
      "ErrorInvalidRecipients",
    ],
    [
      "an all-day event that starts at noon",
      { isAllDay: true },
      "ErrorPropertyValidationFailure",
    ],
  ])("refuses %s", async (_name, wrong, code) => {
    await expect(create(newEvent(everybody, wrong))).rejects.toMatchObject({
      statusCode: 400,
      code,
    });
    expect(mailsOf(megan)).toEqual({});
  });

  it("is refused without the scope, and without a mailbox", async () => {
    const reader = await graphClientFor(simulator, {
      account: lee,
      scopes: ["User.Read"],
    });
    await expect(
      reader.api("/me/events").post(newEvent([])),
    ).rejects.toMatchObject({ statusCode: 403, code: "ErrorAccessDenied" });
    simulator.changeSettings({ serviceAccountMailbox: "missing" });
    await expect(create(newEvent([]))).rejects.toMatchObject({
      statusCode: 404,
      code: "MailboxNotEnabledForRESTAPI",
    });
  });

  it("is refused beyond the recipients of a day", async () => {
    simulator.changeSettings({ recipientsPerDay: 4 });
    await create(newEvent(everybody));
    await expect(create(newEvent(everybody))).rejects.toMatchObject({
      code: "ErrorExceededMessageLimit",
    });
  });
});
