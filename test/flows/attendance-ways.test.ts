import type { AttendanceAccess } from "../../bot/contract/accounts.ts";
import type { Attendance } from "../../bot/contract/attendance.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { attendanceOf, forgetPostponedTries } from "../harness/attendance.ts";
import { untilIdle } from "../harness/idle.ts";
import { people } from "../harness/people.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openLife, type Life } from "../soak/open-life.ts";

const adele = "AdeleV@contoso.com";
const withoutArtifacts = [
  "User.Read",
  "Calendars.ReadWrite",
  "Mail.Send",
  "OnlineMeetings.Read",
  "OnlineMeetings.ReadWrite",
  "offline_access",
];
const roles = ["OnlineMeetings.Read.All", "OnlineMeetingArtifact.Read.All"];
const minuteMs = 60_000;

describe("the two ways of reading attendance", () => {
  let life: Life;
  beforeAll(async () => {
    const tomorrow = new Date(Date.now() + 86_400_000);
    life = await openLife(
      new Date(`${tomorrow.toISOString().slice(0, 10)}T06:00:00Z`),
    );
  }, 60_000);
  afterAll(() => life.close());

  const lead = () => life.world.as(people.lead);
  const admin = () => life.world.as(people.admin);
  const now = () => life.clock.now().getTime();
  const see = (event: EventDetail) => attendanceOf(lead(), event.id);
  const choose = async (access: AttendanceAccess) => {
    const { status } = await admin().send("PUT", "/api/accounts/attendance", {
      access,
    });
    expect(status).toBe(200);
  };
  const callsOf = (event: { after: number }, path: RegExp) =>
    life.world.simulator
      .exchanges()
      .filter(
        ({ n, service, url }) =>
          n > event.after && service === "graph" && path.test(url),
      ).length;
  const lastCall = () => life.world.simulator.exchanges().at(-1)?.n ?? 0;

  /** An event that is over, and at which Adele was. */
  const overWithAdele = async (title: string): Promise<EventDetail> => {
    const day = new Date(now() + 86_400_000).toISOString().slice(0, 10);
    const event = await life.schedule({
      title,
      start: `${day}T09:00`,
      end: `${day}T10:00`,
    });
    // A call under way would meet another time on the way.
    await untilIdle(life.world);
    life.world.simulator.holdMeeting({
      subject: title,
      sessions: [
        {
          startedAt: event.startsAt,
          endedAt: event.endsAt,
          joins: [{ person: adele }],
        },
      ],
    });
    return event;
  };
  const passEnd = (event: EventDetail) =>
    life.pass((Date.parse(event.endsAt) + 10 * minuteMs - now()) / 3_600_000);
  const until = (
    event: EventDetail,
    what: string,
    fits: (seen: Attendance) => boolean,
  ) =>
    waitFor(what, async () => {
      const seen = await see(event);
      // So that a failure tells what was seen instead.
      if (!fits(seen)) throw new Error(JSON.stringify(seen));
      return seen;
    });
  const untilProblem = (event: EventDetail, code: string) =>
    until(
      event,
      `the problem ${code}`,
      ({ problem }) => problem?.code === code,
    );
  const untilRead = (event: EventDetail) =>
    until(event, "the report", ({ state }) => state === "read");
  /** Lets the time pass that the page says. */
  const passTry = async (event: EventDetail) => {
    const { nextTryAt } = await see(event);
    if (nextTryAt === null) throw new Error("Nothing is tried any more.");
    await forgetPostponedTries(life.world);
    await life.pass(
      Math.max(Date.parse(nextTryAt) - now(), 0) / 3_600_000 + 0.02,
    );
  };

  it("is the account's own at first, which asks for nothing of the app", async () => {
    const event = await overWithAdele("By the account");
    const after = lastCall();
    await passEnd(event);
    const read = await untilRead(event);
    expect(read).toMatchObject({ problem: null, counts: { came: 1 } });
    expect(
      callsOf({ after }, /\/me\/onlineMeetings\/.*attendanceRecords/),
    ).toBe(1);
    expect(callsOf({ after }, /\/users\//)).toBe(0);
  }, 60_000);

  it("is refused without a policy of Teams, until half an hour after it was granted", async () => {
    await choose("appOnly");
    const event = await overWithAdele("By the app");
    await passEnd(event);
    const lacking = await untilProblem(event, "appPermissionMissing");
    expect(lacking).toMatchObject({ state: "waiting", counts: null });
    expect(lacking.problem?.cure).not.toBeNull();

    life.world.simulator.grantApplicationPermissions(roles);
    await passTry(event);
    const refused = await untilProblem(event, "policyMissing");
    expect(refused.problem?.cure).toMatch(/30 minutes/);

    life.world.simulator.grantAccessPolicy({ effectiveAfterSeconds: 1_800 });
    const grantedAt = now();
    let tries = 0;
    for (; (await see(event)).state !== "read"; tries += 1) {
      expect(tries).toBeLessThan(12);
      await passTry(event);
    }
    const tookMs = now() - grantedAt;
    expect(tookMs).toBeGreaterThanOrEqual(1_800_000);
    // Soon after it is effective: within the first hour it is looked every ten minutes.
    expect(tookMs).toBeLessThan(60 * minuteMs);
    expect(tries).toBeGreaterThan(1);
    expect(await see(event)).toMatchObject({
      problem: null,
      counts: { came: 1 },
    });
  }, 120_000);

  it.each(["Forbidden", "Unauthorized", "General"] as const)(
    "knows a policy that is missing by the code %s",
    async (accessPolicyError) => {
      life.world.simulator.changeSettings({
        accessPolicyError,
        applicationAccessPolicy: "pending",
      });
      const event = await overWithAdele(`Refused with ${accessPolicyError}`);
      await passEnd(event);
      await untilProblem(event, "policyMissing");
      life.world.simulator.changeSettings({
        accessPolicyError: "Forbidden",
        applicationAccessPolicy: "granted",
      });
      await passTry(event);
      await untilRead(event);
    },
    120_000,
  );

  it("is read by the account again when admins choose so, for what is still to be read", async () => {
    life.world.simulator.changeSettings({ applicationAccessPolicy: "none" });
    const event = await overWithAdele("Back to the account");
    await passEnd(event);
    await untilProblem(event, "policyMissing");
    await choose("delegated");
    await passTry(event);
    await untilRead(event);
  }, 120_000);

  it("says when the account lacks the permission, and reads once it has it again", async () => {
    life.world.simulator.withdrawConsent(people.organizer);
    life.world.simulator.grantTo(people.organizer, withoutArtifacts);
    // The token of before still has it for as long as an hour.
    const event = await overWithAdele("Without the permission");
    await passEnd(event);
    const lacking = await untilProblem(event, "permissionMissing");
    expect(lacking).toMatchObject({ state: "waiting", counts: null });
    life.world.simulator.grantTo(people.organizer, [
      "OnlineMeetingArtifact.Read.All",
    ]);
    await life.pass(1.1);
    for (let tries = 0; (await see(event)).state !== "read"; tries += 1) {
      expect(tries).toBeLessThan(12);
      await passTry(event);
    }
    expect((await see(event)).counts?.came).toBe(1);
  }, 120_000);
});
