import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Simulator } from "../start-simulator.ts";
import { attendanceReader } from "../testing/attendance.ts";
import { graphClientFor, newEvent } from "../testing/graph-client.ts";
import { scheduleMeeting } from "../testing/online-meetings.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const scopes = [
  "Calendars.ReadWrite",
  "OnlineMeetings.Read",
  "OnlineMeetingArtifact.Read.All",
];
const megan = "MeganB@contoso.com";
const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";

let simulator: Simulator;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "erg-events-attendance-"));
  simulator = await startTestSimulator({ folder });
});
afterEach(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

const call = (path: string, body: unknown) =>
  fetch(`${simulator.pagesUrl}/sim/api${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });

async function schedule(addresses: string[]): Promise<string> {
  const client = await graphClientFor(simulator, { scopes });
  const event = (await client.api("/me/events").post(newEvent(addresses))) as {
    onlineMeeting: { joinUrl: string };
  };
  return event.onlineMeeting.joinUrl;
}

const read = async (joinUrl: string) =>
  attendanceReader(await graphClientFor(simulator, { scopes }), joinUrl);

describe("having a Teams meeting take place", () => {
  it("needs nobody to say who comes: those who said so, nearly all, and some others", async () => {
    const joinUrl = await schedule([megan, adele, diego]);
    for (const person of [megan, adele, diego])
      simulator.respond({
        person,
        subject: "Lunch and learn",
        response: "accepted",
      });
    const reply = await call("/meetings/hold", { subject: "Lunch and learn" });
    expect(reply.status).toBe(201);
    const { sessions } = (await reply.json()) as {
      sessions: { reportId: string; participants: number; endedAt: string }[];
    };
    expect(sessions).toMatchObject([{ participants: 4 }]);
    expect(Date.parse(sessions[0]!.endedAt)).toBeLessThanOrEqual(Date.now());
    const reader = await read(joinUrl);
    const records = await reader.records(sessions[0]!.reportId);
    expect(
      records.value.map(({ emailAddress }) => emailAddress).toSorted(),
    ).toEqual(["", adele, megan, "sam.rivera@fabrikam.com"].toSorted());
  });

  it("is kept when the simulator starts again", async () => {
    const joinUrl = await schedule([megan]);
    const held = {
      joinUrl,
      sessions: [
        {
          startedAt: "2025-12-01T12:00:00Z",
          endedAt: "2025-12-01T13:00:00Z",
          joins: [{ person: megan }],
        },
      ],
    };
    simulator.changeSettings({ attendanceRetentionDays: 36_500 });
    const [id] = simulator.holdMeeting(held);
    await simulator.close();
    simulator = await startTestSimulator({ folder });
    expect((await (await read(joinUrl)).list()).value).toMatchObject([{ id }]);
    simulator.reset();
    expect((await call("/meetings/hold", held)).status).toBe(404);
  });

  it("has reports come and go by request", async () => {
    const joinUrl = await schedule([megan]);
    await call("/meetings/hold", { joinUrl, reportAfterSeconds: 3_600 });
    const reader = await read(joinUrl);
    expect((await reader.list()).value).toEqual([]);
    expect((await call("/meetings/show-reports", {})).status).toBe(204);
    expect((await reader.list()).value).toHaveLength(1);
    const gone = await call("/meetings/expire-reports", { joinUrl });
    expect(gone.status).toBe(204);
    expect((await reader.list()).value).toEqual([]);
  });

  it("says what cannot be", async () => {
    const client = await graphClientFor(simulator, { scopes });
    const joinUrl = await scheduleMeeting(client);
    const session = {
      startedAt: "2031-12-01T12:00:00Z",
      endedAt: "2031-12-01T13:00:00Z",
      joins: [{ person: megan }],
    };
    const intervals = [
      { joinedAt: "2031-12-01T12:30:00Z", leftAt: "2031-12-01T12:10:00Z" },
    ];
    const wrong: [number, unknown][] = [
      [404, { joinUrl: `${joinUrl}x`, sessions: [session] }],
      [404, { subject: "Never planned" }],
      [
        400,
        { joinUrl, sessions: [{ ...session, endedAt: session.startedAt }] },
      ],
      [400, { joinUrl, sessions: [{ ...session, joins: [{}] }] }],
      [404, { joinUrl, sessions: [{ ...session, joins: [{ person: "x" }] }] }],
      [
        400,
        {
          joinUrl,
          sessions: [{ ...session, joins: [{ person: megan, intervals }] }],
        },
      ],
      [400, { joinUrl, sessions: [{ ...session, startedAt: "yesterday" }] }],
    ];
    for (const [status, body] of wrong)
      expect([body, (await call("/meetings/hold", body)).status]).toEqual([
        body,
        status,
      ]);
    expect((await (await read(joinUrl)).list()).value).toEqual([]);
  });

  it("lets a policy of Teams be effective later, by request", async () => {
    const reply = await call("/access-policy", { effectiveAfterSeconds: 60 });
    expect(reply.status).toBe(204);
    expect(simulator.settings().applicationAccessPolicy).toBe("pending");
  });
});
