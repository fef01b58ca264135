import type {
  AttendanceAccess,
  ServiceAccountView,
} from "../../bot/contract/accounts.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

describe("the permission to read attendance", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
  });
  afterAll(() => world.close());

  const admin = () => world.as(people.admin);
  const check = async () =>
    (await admin().send<ServiceAccountView>("POST", "/api/accounts/check")).body
      .attendance;
  const choose = async (access: AttendanceAccess) =>
    (
      await admin().send<ServiceAccountView>(
        "PUT",
        "/api/accounts/attendance",
        {
          access,
        },
      )
    ).body.attendance;
  const schedule = async () => {
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const { body } = await world
      .as(people.lead)
      .send<EventDetail>("POST", "/api/events", lunch(groupId));
    await waitFor("the meeting", async () => {
      const event = await world.as(people.lead).event(body.id);
      return event.status === "scheduled";
    });
  };
  const callsAbout = (path: RegExp) =>
    world.simulator
      .exchanges()
      .filter(({ service, url }) => service === "graph" && path.test(url));

  it("is the account's own at first, known by its token, and unproven before there is a meeting", async () => {
    expect(await check()).toMatchObject({
      access: "delegated",
      state: "unknown",
      sentence: expect.stringContaining("first Teams meeting") as string,
    });
    expect(callsAbout(/onlineMeetings/)).toEqual([]);
  });

  it("is proven by a real call about a meeting", async () => {
    await schedule();
    expect(await check()).toMatchObject({ access: "delegated", state: "ok" });
    expect(
      callsAbout(/\/me\/onlineMeetings\/[^/]+\/attendanceReports/),
    ).toHaveLength(1);
  });

  it("says when the account lacks it", async () => {
    world.simulator.withdrawConsent(people.organizer);
    world.simulator.grantTo(people.organizer, [
      "User.Read",
      "Calendars.ReadWrite",
      "Mail.Send",
      "OnlineMeetings.Read",
      "OnlineMeetings.ReadWrite",
      "offline_access",
    ]);
    expect(await check()).toMatchObject({
      state: "warning",
      sentence: expect.stringContaining("OnlineMeetingArtifact") as string,
    });
  });

  it("can be the app's own instead: roles in its token first, then the policy of Teams by a real call", async () => {
    const lacking = await choose("appOnly");
    expect(lacking).toMatchObject({
      access: "appOnly",
      state: "warning",
      sentence: expect.stringMatching(/have not both been granted/) as string,
    });
    expect(lacking.appOnlyScript).toContain(
      `$ServiceAccount = '${people.organizer}'`,
    );
    expect(lacking.appOnlyScript).toMatch(/New-CsApplicationAccessPolicy/);
    // With the app reading, the account needs that permission no more.
    const { body } = await admin().send<ServiceAccountView>(
      "GET",
      "/api/accounts",
    );
    expect(body.state).toBe("connected");

    world.simulator.grantApplicationPermissions(["OnlineMeetings.Read.All"]);
    expect((await check()).sentence).toMatch(/have not both been granted/);
    world.simulator.grantApplicationPermissions([
      "OnlineMeetings.Read.All",
      "OnlineMeetingArtifact.Read.All",
    ]);
    for (const accessPolicyError of [
      "Forbidden",
      "Unauthorized",
      "General",
    ] as const)
      for (const applicationAccessPolicy of ["none", "pending"] as const) {
        world.simulator.changeSettings({
          accessPolicyError,
          applicationAccessPolicy,
        });
        expect(await check()).toMatchObject({
          state: "warning",
          sentence: expect.stringMatching(/policy is missing or not/) as string,
          cure: expect.stringMatching(/30 minutes/) as string,
        });
      }
    world.simulator.changeSettings({ applicationAccessPolicy: "granted" });
    expect(await check()).toMatchObject({ access: "appOnly", state: "ok" });
    expect(
      callsAbout(/\/users\/[^/]+\/onlineMeetings\/[^/]+\/attendanceReports/)
        .length,
    ).toBeGreaterThan(0);
  });

  it("refuses anything else", async () => {
    expect(
      await admin().send("PUT", "/api/accounts/attendance", { access: "all" }),
    ).toMatchObject({ status: 422, body: { field: "access" } });
  });
});
