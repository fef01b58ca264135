import type { NewEvent } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { Attendance } from "../../bot/contract/attendance.ts";
import type { HeldMeetingInput } from "../../simulator/control/held-meeting.ts";
import {
  minutesAgo,
  openPastEvents,
  type PastEvents,
} from "../harness/past-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
const lynne = "LynneR@contoso.com";
const lee = "LeeG@contoso.com";
const outsider = "GradyA@contoso.com";

type Session = NonNullable<HeldMeetingInput["sessions"]>[number];
type Join = Session["joins"][number];

describe("the attendance of an event", () => {
  let world: World;
  let past: PastEvents;
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    past = await openPastEvents(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(async () => {
    await past.close();
    await world.close();
  });

  const lead = () => world.as(people.lead);
  const schedule = async (title: string, more: Partial<NewEvent> = {}) => {
    const { body, status } = await lead().send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, {
        title,
        audience: { group: false, addresses: [adele, lidia, lynne] },
        ...more,
      }),
    );
    expect(status).toBe(201);
    await waitFor(
      "the event to be in Outlook",
      async () => (await lead().event(body.id)).status === "scheduled",
    );
    return body.id;
  };
  const answer = async (person: string, id: string, given: string) => {
    const { status } = await world
      .as(person)
      .send("PUT", `/api/events/${id}/response`, { answer: given });
    expect(status).toBe(200);
  };
  /** In the hour in which the event was, as {@link PastEvents.letBeOver} has it. */
  const session = (joins: Join[], from = 120, until = 60): Session => ({
    startedAt: minutesAgo(from),
    endedAt: minutesAgo(until),
    joins,
  });
  const hold = (subject: string, ...sessions: Session[]) =>
    world.simulator.holdMeeting({ subject, sessions, reportAfterSeconds: 0 });
  const until = (id: string, check: (seen: Attendance) => boolean) =>
    past.until(id, lead(), check);
  const untilRead = (id: string) => until(id, ({ state }) => state === "read");
  const untilProblem = (id: string, code: string) =>
    until(id, ({ problem }) => problem?.code === code);
  const read = async (id: string) => {
    await past.letBeOver(id);
    await past.lookNow();
    return untilRead(id);
  };
  const callsAfter = (n: number) =>
    world.simulator
      .exchanges()
      .filter(
        (exchange) =>
          exchange.n > n && exchange.url.includes("/onlineMeetings"),
      );
  const nth = () => world.simulator.exchanges().at(-1)?.n ?? 0;
  const hoursFromNow = (at: string | null) =>
    (Date.parse(at ?? "") - Date.now()) / 3_600_000;

  it("is put together from all sessions, devices, guests and callers, page after page", async () => {
    world.simulator.changeSettings({ attendanceRecordsPage: 2 });
    const title = "Two sessions";
    const id = await schedule(title);
    await answer(adele, id, "accepted");
    await answer(lynne, id, "accepted");
    await answer(lidia, id, "declined");
    hold(
      title,
      session(
        [
          { person: people.organizer },
          {
            person: adele,
            intervals: [{ joinedAt: minutesAgo(120), leftAt: minutesAgo(100) }],
          },
          {
            person: adele,
            intervals: [{ joinedAt: minutesAgo(110), leftAt: minutesAgo(90) }],
          },
          { person: lee, address: "lee.gu.new@contoso.com" },
          { guest: { name: "Sam Rivera", address: "sam@fabrikam.com" } },
          { phone: { number: "+14255550123" } },
          { anonymous: { name: "Jo" } },
        ],
        120,
        80,
      ),
      session([{ person: adele }, { person: lidia }], 70, 60),
    );
    const seen = await read(id);
    expect(seen).toMatchObject({
      problem: null,
      unlisted: 0,
      sessions: [{}, {}],
      counts: {
        came: 6,
        breakdown: {
          inMeeting: 6,
          inRoom: 0,
          didNotCome: 1,
          // Lidia, who declined, and those who were not invited.
          cameWithoutAnswer: 5,
          averageMinutes: Math.round((40 + 10 + 4 * 40) / 6),
          byAnswer: [
            { answer: "accepted", came: 1, didNotCome: 1 },
            { answer: "declined", came: 1, didNotCome: 0 },
            { answer: "notInvited", came: 4, didNotCome: 0 },
          ],
        },
      },
    });
    expect(hoursFromNow(seen.nextTryAt)).toBeCloseTo(1, 1);
    const list = await past.people(id, lead());
    expect(
      list.people.map(({ displayName, kind, answer: given, inMeeting }) => [
        displayName,
        kind,
        given,
        inMeeting?.minutes ?? null,
      ]),
    ).toEqual([
      ["+1425*****23", "phone", "notInvited", 40],
      ["Adele Vance", "person", "accepted", 40],
      ["Jo", "guest", "notInvited", 40],
      ["Lee Gu", "person", "notInvited", 40],
      ["Lidia Holloway", "person", "declined", 10],
      ["Lynne Robbins", "person", "accepted", null],
      ["Sam Rivera", "guest", "notInvited", 40],
    ]);
    const named = async (query: string) =>
      (await past.people(id, lead(), query)).people.map(
        ({ displayName }) => displayName,
      );
    expect(await named("?filter=didNotCome")).toEqual(["Lynne Robbins"]);
    expect(await named("?filter=cameWithoutAnswer&search=li")).toEqual([
      "Lidia Holloway",
    ]);
    expect(await named("?filter=came&search=FABRIKAM")).toEqual(["Sam Rivera"]);
    world.simulator.changeSettings({ attendanceRecordsPage: 100 });
  });

  it("is waited for while Teams has no report, for everybody to see when it is looked for next", async () => {
    const title = "Late report";
    const id = await schedule(title);
    await past.letBeOver(id);
    world.simulator.holdMeeting({
      subject: title,
      sessions: [session([{ person: adele }])],
      reportAfterSeconds: 24 * 3600,
    });
    await past.lookNow();
    const waiting = await untilProblem(id, "noReportYet");
    expect(waiting).toMatchObject({ state: "waiting", counts: null });
    expect(waiting.problem?.cure).toBeNull();
    expect(hoursFromNow(waiting.nextTryAt)).toBeCloseTo(5 / 60, 1);
    await past.lookAgain(id);
    const second = await until(
      id,
      ({ nextTryAt }) => hoursFromNow(nextTryAt) > 6 / 60,
    );
    expect(hoursFromNow(second.nextTryAt)).toBeCloseTo(10 / 60, 1);

    world.simulator.showAttendanceReports();
    await past.lookAgain(id);
    expect(await untilRead(id)).toMatchObject({ counts: { came: 1 } });
    // The meeting was begun again after that.
    hold(title, session([{ person: lidia }], 50, 40));
    await past.lookAgain(id);
    expect(
      await until(id, ({ sessions }) => sessions.length === 2),
    ).toMatchObject({ counts: { came: 2 } });
  });

  it("is that of the event's own time: rehearsals and later calls by the same link do not count", async () => {
    const title = "Rehearsed";
    const id = await schedule(title);
    hold(
      title,
      session([{ person: lynne }], 3 * 24 * 60, 3 * 24 * 60 - 30),
      session([{ person: adele }]),
    );
    expect(await read(id)).toMatchObject({
      sessions: [{}],
      counts: { came: 1 },
    });
    // Moved to a time at which nobody met, what was before is no longer of it; and so back.
    await past.letBeOver(id, 5 * 24);
    await past.lookNow();
    await until(
      id,
      ({ state, problem }) => state !== "read" && problem?.code === "noReport",
    );
    await past.letBeOver(id);
    await past.lookNow();
    expect(await untilRead(id)).toMatchObject({ counts: { came: 1 } });
  });

  it("counts those whom Teams does not list, and ends where there is no report for three days", async () => {
    const title = "Very large";
    const id = await schedule(title);
    hold(title, {
      ...session([{ person: adele }, { person: adele }, { person: lidia }]),
      viewOnly: 7,
    });
    expect(await read(id)).toMatchObject({ unlisted: 7 });

    const alone = await schedule("Nobody joined");
    await past.letBeOver(alone, 4 * 24);
    await past.lookNow();
    expect(await untilProblem(alone, "noReport")).toMatchObject({
      state: "none",
      nextTryAt: null,
    });
  });

  it("says which permission the account lacks, and is read as soon as it is granted", async () => {
    const title = "Not permitted";
    const id = await schedule(title);
    hold(title, session([{ person: adele }]));
    const granted = [
      "User.Read",
      "Calendars.ReadWrite",
      "Mail.Send",
      "OnlineMeetings.Read",
      "OnlineMeetings.ReadWrite",
      "offline_access",
    ];
    world.simulator.withdrawConsent(people.organizer);
    world.simulator.grantTo(people.organizer, granted);
    await world.as(people.admin).send("POST", "/api/accounts/check");
    // How the meetings are set up asks Teams, too.
    await untilIdle(world);
    const before = nth();
    await past.letBeOver(id);
    await past.lookNow();
    const missing = await untilProblem(id, "permissionMissing");
    expect(missing).toMatchObject({ state: "waiting" });
    expect(missing.problem?.cure).toMatch(/administrator.*Settings/);
    expect(callsAfter(before)).toEqual([]);

    world.simulator.grantTo(people.organizer, [
      ...granted,
      "OnlineMeetingArtifact.Read.All",
    ]);
    await world.as(people.admin).send("POST", "/api/accounts/check");
    expect(await untilRead(id)).toMatchObject({ counts: { came: 1 } });
  });

  it("is read by the app itself where the organization chose that: what is missing is said, and what waited goes on", async () => {
    const title = "Read by the app";
    const id = await schedule(title);
    hold(title, session([{ person: adele }]));
    const choose = (access: string) =>
      world
        .as(people.admin)
        .send("PUT", "/api/accounts/attendance", { access });
    const check = () =>
      world.as(people.admin).send("POST", "/api/accounts/check");
    await choose("appOnly");
    await past.letBeOver(id);
    await past.lookNow();
    const lacking = await untilProblem(id, "appPermissionMissing");
    expect(lacking.problem?.cure).toMatch(/Settings/);

    world.simulator.grantApplicationPermissions([
      "OnlineMeetings.Read.All",
      "OnlineMeetingArtifact.Read.All",
    ]);
    world.simulator.grantAccessPolicy({ effectiveAfterSeconds: 1800 });
    await past.lookAgain(id);
    const pending = await untilProblem(id, "policyMissing");
    expect(pending.problem?.cure).toMatch(/30 minutes/);
    expect(hoursFromNow(pending.nextTryAt)).toBeCloseTo(1 / 6, 1);

    // Switched back, the account's own permission does: what waited for the policy is tried at once.
    await choose("delegated");
    await untilRead(id);

    const second = await schedule("Read by the app, too");
    hold("Read by the app, too", session([{ person: lidia }]));
    await choose("appOnly");
    await past.letBeOver(second);
    await past.lookNow();
    await untilProblem(second, "policyMissing");
    world.simulator.grantAccessPolicy({ effectiveAfterSeconds: 0 });
    await check();
    await untilRead(second);
    expect(
      callsAfter(0).some(({ url }) =>
        /\/users\/[^/]+\/onlineMeetings\/[^/]+\/attendanceReports\/[^/]+\/attendanceRecords/.test(
          url,
        ),
      ),
    ).toBe(true);
    await choose("delegated");
  });

  it("waits for a connection that does not work, and for Microsoft", async () => {
    const title = "Broken connection";
    const id = await schedule(title);
    hold(title, session([{ person: adele }]));
    await past.letBeOver(id);
    world.simulator.setFault({
      service: "graph",
      path: "/attendanceReports",
      times: 1,
      effect: { kind: "status", status: 503, when: "before" },
    });
    await past.lookNow();
    const waiting = await untilProblem(id, "unreachable");
    expect(waiting.nextTryAt).not.toBeNull();

    world.simulator.changeSettings({ serviceAccountMailbox: "missing" });
    await world.as(people.admin).send("POST", "/api/accounts/check");
    await past.lookAgain(id);
    const broken = await untilProblem(id, "accountBroken");
    expect(broken.problem?.cure).toMatch(/Settings/);
    world.simulator.changeSettings({ serviceAccountMailbox: "ok" });
    await world.as(people.admin).send("POST", "/api/accounts/check");
    await untilRead(id);
  });

  it("is not asked for where there was no meeting, where it was cancelled, and of channels", async () => {
    const room = await schedule("In the room", { isOnline: false });
    const cancelled = await schedule("Cancelled");
    const event = await lead().event(cancelled);
    await lead().send(
      "POST",
      `/api/events/${cancelled}/cancel`,
      { message: "" },
      { "If-Match": `"${event.version}"` },
    );
    await waitFor(
      "the cancellation",
      async () => (await lead().event(cancelled)).status === "cancelled",
    );
    world.simulator.changeSettings({ teamsMeetingPlace: "channel" });
    const channel = await schedule("In a channel");
    world.simulator.changeSettings({ teamsMeetingPlace: "own" });
    // How the meetings are set up asks Teams, too.
    await untilIdle(world);
    const before = nth();
    for (const id of [room, cancelled, channel]) await past.letBeOver(id);
    await past.lookNow();
    const seen = await untilProblem(channel, "channelMeeting");
    expect(seen).toMatchObject({ state: "none", nextTryAt: null });
    expect(await past.attendance(room, lead())).toMatchObject({
      state: "none",
      problem: { code: "noMeeting" },
      counts: null,
    });
    expect(await past.attendance(cancelled, lead())).toMatchObject({
      state: "none",
      problem: null,
    });
    expect(callsAfter(before)).toEqual([]);
  });

  it("is told to leads by name, to everybody else in numbers that tell of nobody, and to outsiders not at all", async () => {
    const title = "Small numbers";
    const id = await schedule(title);
    await answer(adele, id, "accepted");
    hold(title, session([{ person: adele }, { person: lidia }]));
    const before = await past.attendance(id, lead());
    expect(before).toMatchObject({ state: "notYet", counts: null });
    await read(id);
    const asMember = await past.attendance(id, world.as(adele));
    expect(asMember).toMatchObject({
      state: "read",
      counts: null,
      problem: null,
      forLeads: null,
    });
    const refused = await world
      .as(adele)
      .send(`GET`, `/api/events/${id}/attendance/people`);
    expect(refused).toMatchObject({ status: 403 });

    // Enough came, of whom too few had accepted to say how many.
    const guests = [1, 2, 3, 4, 5].map((n) => ({
      guest: { name: `Guest ${n}`, address: `guest${n}@fabrikam.com` },
    }));
    hold(title, session(guests, 50, 40));
    await past.lookAgain(id);
    await until(id, ({ counts }) => counts?.came === 7);
    expect((await past.attendance(id, world.as(adele))).counts).toEqual({
      came: 7,
      breakdown: null,
    });

    await lead().send("PUT", `/api/groups/${groupId}`, { confidential: true });
    for (const path of ["attendance", "attendance/people"])
      expect(
        await world.as(outsider).send("GET", `/api/events/${id}/${path}`),
      ).toMatchObject({ status: 404 });
    await lead().send("PUT", `/api/groups/${groupId}`, { confidential: false });
  });

  it("is listed a hundred people at a time, each once", async () => {
    const title = "Many";
    const id = await schedule(title);
    hold(
      title,
      session(
        Array.from({ length: 1000 }, (_, n) => ({
          guest: { name: `Guest ${n}`, address: `guest${n}@fabrikam.com` },
        })),
      ),
    );
    expect(await read(id)).toMatchObject({ counts: { came: 1000 } });
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page = await past.people(
        id,
        lead(),
        `?filter=came&search=${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(1000);
      expect(page.people.length).toBeLessThanOrEqual(100);
      seen.push(...page.people.map(({ key }) => key));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(1000);
    expect(seen).toHaveLength(1000);
    expect(
      await lead().send(
        "GET",
        `/api/events/${id}/attendance/people?cursor=nonsense`,
      ),
    ).toMatchObject({ status: 422, body: { field: "cursor" } });
  });
});
