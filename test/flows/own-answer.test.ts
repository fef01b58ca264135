import ICAL from "ical.js";
import type { Answered } from "../../bot/contract/event-list.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { contentDisposition } from "../../bot/src/downloads/download-name.ts";
import { untilIdle } from "../harness/idle.ts";
import { moveEvent } from "../harness/move-event.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import pg from "pg";

const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
/** In the organization, and in no group of these events. */
const outsider = people.admin;

/** What an employee does with an event: answer, take the answer back, join, take it into a calendar. */
describe("an employee", () => {
  let world: World;
  let database: pg.Client;
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    database = new pg.Client(world.database.connectionString);
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await world.close();
  });

  const schedule = async (
    title: string,
    more: Parameters<typeof lunch>[1] = {},
  ): Promise<EventDetail> => {
    const { body } = await world
      .as(people.lead)
      .send<EventDetail>(
        "POST",
        "/api/events",
        lunch(groupId, { title, ...more }),
      );
    return waitFor("the invitations", async () => {
      const event = await world.as(people.lead).event(body.id);
      return event.status === "scheduled" && event;
    });
  };
  const answer = (id: string, given: string, person = adele) =>
    world
      .as(person)
      .send<Answered>("PUT", `/api/events/${id}/response?view=summary`, {
        answer: given,
      });
  const undo = (id: string, answerId: string | undefined, person = adele) =>
    world
      .as(person)
      .send<Answered & { code?: string }>(
        "POST",
        `/api/events/${id}/response/undo?view=summary`,
        { answerId },
      );
  const row = async (id: string) =>
    (await world.as(people.lead).event(id)).attendees?.find(
      ({ displayName }) => displayName === "Adele Vance",
    );

  it("takes an answer back, and what stood before counts, with its time: another answer, or none", async () => {
    const { id } = await schedule("Taken back");
    const first = (await answer(id, "accepted")).body;
    expect(first).toMatchObject({
      event: { id, myAnswer: "accepted", tally: { accepted: 1 } },
      undo: { answer: "accepted", puts: "none" },
    });
    const stood = await row(id);
    const second = (await answer(id, "declined")).body;
    expect(second.undo).toMatchObject({ answer: "declined", puts: "accepted" });
    const seen = await world.as(adele).event(id);
    expect(seen.undo).toEqual(second.undo);

    const back = await undo(id, second.undo?.answerId);
    expect(back.body).toMatchObject({
      event: { myAnswer: "accepted", tally: { accepted: 1, declined: 0 } },
      undo: first.undo,
    });
    expect(await row(id)).toEqual(stood);
    // A reply was lost, and it is sent again: the answer before it stays.
    expect((await undo(id, second.undo?.answerId)).body).toEqual(back.body);
    expect((await undo(id, first.undo?.answerId)).body).toMatchObject({
      event: { myAnswer: "none" },
      undo: null,
    });
    expect(await row(id)).toMatchObject({ answeredAt: null, answeredIn: null });
    const { timeline } = await world.as(people.lead).event(id);
    expect(
      timeline?.answers.map(({ answer: given, isTakenBack }) => [
        given,
        isTakenBack,
      ]),
    ).toEqual([
      ["declined", true],
      ["accepted", true],
    ]);
  });

  it("takes back nobody else's answer, none of Outlook's, and none but the one that counts", async () => {
    const { id } = await schedule("Not taken back");
    const first = (await answer(id, "accepted")).body.undo;
    expect(await undo(id, first?.answerId, lidia)).toMatchObject({
      status: 409,
    });
    expect(await undo(id, first?.answerId, outsider)).toMatchObject({
      status: 403,
    });
    await answer(id, "tentative");
    expect(await undo(id, first?.answerId)).toMatchObject({
      status: 409,
      body: { code: "answeredAgain" },
    });
    world.simulator.respond({
      person: adele,
      subject: "Not taken back",
      response: "declined",
    });
    await waitFor(
      "Outlook's answer",
      async () => (await row(id))?.answer === "declined",
    );
    expect((await world.as(adele).event(id)).undo).toBeNull();
    expect(await undo(id, "1; drop table answers")).toMatchObject({
      status: 422,
    });
  });

  it("gets the answer of Outlook that was passed over as older, once a later one is taken back", async () => {
    const { id } = await schedule("Both at once");
    // Given in Outlook first, and told by Graph only after the answer in the tab.
    await answer(id, "declined");
    const given = (await world.as(adele).event(id)).undo;
    await database.query(
      `update attendees set answered_at = answered_at + interval '1 minute' where event_id = $1 and answer = 'declined'`,
      [id],
    );
    await database.query(
      `update answers set answered_at = answered_at + interval '1 minute' where id = $1`,
      [given?.answerId],
    );
    world.simulator.respond({
      person: adele,
      subject: "Both at once",
      response: "accepted",
    });
    await untilIdle(world);
    expect(await row(id)).toMatchObject({ answer: "declined" });
    await undo(id, given?.answerId);
    await waitFor(
      "Outlook's answer",
      async () => (await row(id))?.answer === "accepted",
    );
    expect(await row(id)).toMatchObject({ answeredIn: "outlook" });
  });

  it("takes nothing back after ten minutes, after a move, or once the event is over", async () => {
    const { id, version } = await schedule("Too late");
    const given = (await answer(id, "accepted")).body.undo;
    await database.query(
      "update answers set recorded_at = recorded_at - interval '10 minutes' where id = $1",
      [given?.answerId],
    );
    expect((await world.as(adele).event(id)).undo).toBeNull();
    expect(await undo(id, given?.answerId)).toMatchObject({
      status: 409,
      body: { code: "undoTooLate" },
    });
    const again = (await answer(id, "declined")).body.undo;
    const { groupId: _group, ...change } = lunch(groupId, {
      title: "Too late",
      start: "2031-12-02T12:00",
      end: "2031-12-02T13:00",
    });
    await world
      .as(people.lead)
      .send("PUT", `/api/events/${id}`, change, { "If-Match": `"${version}"` });
    expect(await undo(id, again?.answerId)).toMatchObject({
      status: 409,
      body: { code: "eventMoved" },
    });
    await untilIdle(world);
    const last = (await answer(id, "declined")).body.undo;
    await moveEvent(world, id, { start: -90, end: -30 });
    expect((await world.as(adele).event(id)).undo).toBeNull();
    expect(await undo(id, last?.answerId)).toMatchObject({
      status: 409,
      body: { code: "eventEnded" },
    });
  });

  it("stays invited who joined by an answer and takes it back", async () => {
    const { id } = await schedule("Open to all", { open: true });
    const joined = await answer(id, "accepted", outsider);
    expect(joined.body).toMatchObject({
      event: { myAnswer: "accepted" },
      undo: { puts: "none" },
    });
    const back = await undo(id, joined.body.undo?.answerId, outsider);
    expect(back.body.event.myAnswer).toBe("none");
  });

  it("finds the link to the meeting in the list when it is time, and not before", async () => {
    const { id } = await schedule("Join soon");
    const listed = async (when = "upcoming") =>
      (await world.as(adele).events(`?when=${when}&search=Join+soon`))
        .events[0];
    expect((await listed())?.joinUrl).toBeNull();
    await moveEvent(world, id, { start: 23 * 60, end: 24 * 60 });
    const { meeting } = await world.as(adele).event(id);
    expect(meeting.joinUrl).toMatch(/^https:/);
    expect((await listed())?.joinUrl).toBe(meeting.joinUrl);
    await moveEvent(world, id, { start: -60, end: -1 });
    expect((await listed("past"))?.joinUrl).toBeNull();
  });

  it("takes an event into any calendar, with the link to its meeting; nobody does who may not know of it", async () => {
    const { id, meeting } = await schedule("Lunch/and: learn");
    const download = async (person: string) =>
      fetch(`${world.product().url}/api/events/${id}/calendar.ics`, {
        headers: {
          Authorization: `Bearer ${await world.simulator.ssoToken(person)}`,
        },
      });
    const response = await download(adele);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(
      "text/calendar; charset=utf-8",
    );
    expect(response.headers.get("content-disposition")).toBe(
      contentDisposition("Lunch and learn 2031-12-01.ics"),
    );
    const read = (text: string) => {
      const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
      return new ICAL.Event(calendar.getFirstSubcomponent("vevent")!);
    };
    const seen = read(await response.text());
    expect(seen.uid).toBe(id);
    expect(seen.startDate.toString()).toBe("2031-12-01T12:00:00");
    expect(seen.description).toContain(meeting.joinUrl);

    await world
      .as(people.lead)
      .send("PUT", `/api/groups/${groupId}`, { confidential: true });
    expect((await download(outsider)).status).toBe(404);
    const confidential = await (await download(adele)).text();
    expect(confidential).toContain("CLASS:PRIVATE");
    await world
      .as(people.lead)
      .send("PUT", `/api/groups/${groupId}`, { confidential: false });
  });
});
