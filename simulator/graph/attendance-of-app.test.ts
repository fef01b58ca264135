import { attendanceReader } from "../testing/attendance.ts";
import { graphClientFor, graphClientForApp } from "../testing/graph-client.ts";
import { scheduleMeeting } from "../testing/online-meetings.ts";
import {
  startTestSimulator,
  testClock,
  type TestClock,
} from "../testing/simulator-for-tests.ts";
import type { Simulator } from "../start-simulator.ts";

const readers = ["OnlineMeetings.Read.All", "OnlineMeetingArtifact.Read.All"];
const megan = "MeganB@contoso.com";
const refused = { statusCode: 403, code: "Forbidden" };

let clock: TestClock;
let simulator: Simulator;
let joinUrl: string;
let whose: string;

beforeEach(async () => {
  clock = testClock();
  simulator = await startTestSimulator({ clock });
  joinUrl = await scheduleMeeting(await graphClientFor(simulator));
  whose = `/users/${simulator.world.serviceAccount!.id}`;
});
afterEach(() => simulator.close());

function hold(): string {
  const endedAt = clock.now();
  const startedAt = new Date(endedAt.getTime() - 3_600_000);
  const joins = [{ person: megan }, { person: "AdeleV@contoso.com" }];
  return simulator.holdMeeting({
    joinUrl,
    sessions: [{ startedAt, endedAt, joins }],
  })[0]!;
}

describe("attendance, to the app itself", () => {
  it("is open with its permissions and a policy of Teams: reports, one of them, and all pages of its records", async () => {
    simulator.grantApplicationPermissions(readers);
    simulator.changeSettings({
      applicationAccessPolicy: "granted",
      attendanceRecordsPage: 1,
    });
    const id = hold();
    const app = await graphClientForApp(simulator);
    const reader = await attendanceReader(app, joinUrl, whose);
    expect((await reader.list()).value).toMatchObject([{ id }]);
    expect(await reader.report(id)).toMatchObject({ id });
    const { "@odata.nextLink": link = "" } = await reader.records(id);
    expect(new URL(link).pathname).toContain(`${whose}/onlineMeetings/`);
    expect((await reader.allRecords(id)).flat()).toHaveLength(2);
  });

  it("is refused until a granted policy is effective", async () => {
    simulator.grantApplicationPermissions(readers);
    simulator.grantAccessPolicy({ effectiveAfterSeconds: 1_800 });
    hold();
    const app = await graphClientForApp(simulator);
    await expect(attendanceReader(app, joinUrl, whose)).rejects.toMatchObject(
      refused,
    );
    clock.forward({ minutes: 29 });
    await expect(attendanceReader(app, joinUrl, whose)).rejects.toMatchObject(
      refused,
    );
    clock.forward({ minutes: 1 });
    const reader = await attendanceReader(app, joinUrl, whose);
    expect((await reader.list()).value).toHaveLength(1);
    // Whoever then sets it to pending means: not effective, for as long as nobody says otherwise.
    simulator.changeSettings({ applicationAccessPolicy: "pending" });
    clock.forward({ minutes: 10 });
    await expect(reader.list()).rejects.toMatchObject({ statusCode: 403 });
  });

  it("is refused without the permission, for other people, and at /me", async () => {
    simulator.changeSettings({ applicationAccessPolicy: "granted" });
    simulator.grantApplicationPermissions(readers.slice(0, 1));
    const id = hold();
    const lacking = await graphClientForApp(simulator);
    const { path } = await attendanceReader(lacking, joinUrl, whose);
    const tails = ["", `/${id}`, `/${id}/attendanceRecords`];
    for (const tail of tails)
      await expect(lacking.api(`${path}${tail}`).get()).rejects.toMatchObject(
        refused,
      );
    simulator.grantApplicationPermissions(readers);
    const app = await graphClientForApp(simulator);
    const other = simulator.world.personByAddress(megan)!.id;
    for (const tail of tails) {
      await expect(
        app.api(`${path}${tail}`.replace(whose, `/users/${other}`)).get(),
      ).rejects.toMatchObject(refused);
      await expect(
        app.api(`${path}${tail}`.replace(whose, "/me")).get(),
      ).rejects.toMatchObject({ statusCode: 400 });
    }
  });
});
