import { randomUUID } from "node:crypto";
import pg from "pg";
import {
  attendancePeopleSchema,
  attendanceSchema,
  type Attendance,
  type AttendancePerson,
} from "../../bot/contract/attendance.ts";
import type { Problem } from "../../bot/contract/problem.ts";
import { countDueTotals } from "../../bot/src/attendance/totals/count-due-totals.ts";
import { systemClock } from "../../bot/src/clock.ts";
import { openDatabase } from "../../bot/src/db/database.ts";
import { addLead } from "../harness/add-lead.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { endEvent, moveEvent } from "../harness/move-event.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
const lynne = "LynneR@contoso.com";
/** In the team, and not invited. */
const diego = "DiegoS@contoso.com";
/** In another team. */
const grady = "GradyA@contoso.com";
const list = "everyone@lists.contoso.com";

describe("people in the room", () => {
  let world: World;
  let channel: TestChannel;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    channel = await openChannel(world);
    await addLead(world, { groupId: channel.groupId, person: lynne });
  });
  afterAll(() => world.close());

  const lead = () => world.as(people.lead);
  /** An event of a place alone, that is on. */
  const event = async (title: string, addresses = [adele, lidia]) => {
    const { id } = await channel.schedule(title, {
      isOnline: false,
      channelIds: [],
      audience: { group: false, addresses },
    });
    await moveEvent(world, id, { start: -10, end: 50 });
    return id;
  };
  const attendance = async (id: string, person = people.lead) => {
    const { status, body } = await world
      .as(person)
      .send("GET", `/api/events/${id}/attendance`);
    expect(status).toBe(200);
    return attendanceSchema.parse(body);
  };
  const listed = async (id: string): Promise<AttendancePerson[]> => {
    const { status, body } = await lead().send(
      "GET",
      `/api/events/${id}/attendance/people`,
    );
    expect(status).toBe(200);
    return attendancePeopleSchema.parse(body).people;
  };
  const personOf = async (id: string, name: string) => {
    const found = (await listed(id)).filter(
      ({ displayName }) => displayName === name,
    );
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const tick = (id: string, key: string, inRoom = true, by = people.lead) =>
    world
      .as(by)
      .send<Attendance & Problem>("PUT", `/api/events/${id}/attendance/room`, {
        key,
        inRoom,
      });
  const add = (
    id: string,
    displayName: string,
    address: string | null = null,
    given: { by?: string; key?: string } = {},
  ) =>
    world
      .as(given.by ?? people.lead)
      .send<Attendance & Problem>(
        "POST",
        `/api/events/${id}/attendance/room`,
        { displayName, address },
        { ...(given.key !== undefined && { "Idempotency-Key": given.key }) },
      );
  const query = async <Row extends pg.QueryResultRow>(
    text: string,
    values: unknown[],
  ) => {
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    const { rows } = await client.query<Row>(text, values);
    await client.end();
    return rows;
  };

  it("are ticked off from an hour before the event until 90 days after it", async () => {
    const id = await event("When to tick");
    const { key } = await personOf(id, "Adele Vance");
    const at = async (start: number, end: number) => {
      await moveEvent(world, id, { start, end });
      const { status, body } = await tick(id, key);
      const { forLeads } = await attendance(id);
      expect(forLeads?.canTick).toBe(status === 200);
      return status === 200 ? "ticked" : body.code;
    };
    const day = 24 * 60;
    expect(await at(61, 120)).toBe("tooEarly");
    expect(await at(59, 120)).toBe("ticked");
    expect(await at(-91 * day - 60, -91 * day)).toBe("tooLate");
    expect(await at(-89 * day - 60, -89 * day)).toBe("ticked");
  });

  it("count once, however often they are ticked off, and not at all when it is taken back", async () => {
    const id = await event("Tick twice");
    const { key } = await personOf(id, "Adele Vance");
    for (let n = 0; n < 3; n += 1) {
      const { status, body } = await tick(id, key);
      expect(status).toBe(200);
      expect(body.counts).toMatchObject({
        came: 1,
        breakdown: { inRoom: 1, inMeeting: 0, cameWithoutAnswer: 1 },
      });
    }
    expect(await personOf(id, "Adele Vance")).toMatchObject({
      key,
      inRoom: true,
      inMeeting: null,
      answer: "none",
    });
    for (let n = 0; n < 2; n += 1) {
      const { body } = await tick(id, key, false);
      expect(body.counts?.came ?? 0).toBe(0);
    }
    expect(await personOf(id, "Adele Vance")).toMatchObject({ inRoom: false });
  });

  const totalsOf = async (id: string) => {
    const [totals] = await query<{
      came: number | null;
      in_room: number | null;
      did_not_come: number | null;
      with_a_tick: boolean;
      of_this_time: boolean;
    }>(
      `select came, in_room, did_not_come, for_end = ends_at as of_this_time,
         counted_at in (select ticked_at from room_attendance where event_id = $1) as with_a_tick
       from attendance_totals totals join scheduled_events event on event.id = totals.event_id
       where event.id = $1`,
      [id],
    );
    return totals;
  };

  it("are in the event's totals as soon as they are ticked off", async () => {
    const id = await event("Totals");
    expect(await totalsOf(id)).toBeUndefined();
    const { key } = await personOf(id, "Adele Vance");
    await Promise.all([
      tick(id, key),
      add(id, "Jo", null),
      add(id, "Sam", null, { by: lynne }),
    ]);
    expect(await totalsOf(id)).toEqual({
      came: 3,
      in_room: 3,
      did_not_come: 0,
      with_a_tick: true,
      of_this_time: true,
    });
    for (const name of ["Adele Vance", "Jo", "Sam"])
      await tick(id, (await personOf(id, name)).key, false);
    expect(await totalsOf(id)).toMatchObject({ came: null, in_room: null });
  });

  it("are counted afterwards where that was not done, and where the event has moved", async () => {
    const [before, moved] = [await event("Of before"), await event("Moved")];
    for (const id of [before, moved]) await add(id, "Jo");
    await query(
      "update attendance_totals set counted_at = null, came = null, in_meeting = null, in_room = null, came_without_answer = null, did_not_come = null, unlisted = null where event_id = $1",
      [before],
    );
    await endEvent(world, moved);
    expect(await totalsOf(moved)).toMatchObject({ of_this_time: false });
    const { db, close } = openDatabase({
      connectionString: world.database.connectionString,
      onError: (error) => {
        throw error;
      },
    });
    await countDueTotals({ db, clock: systemClock });
    await close();
    expect(await totalsOf(before)).toMatchObject({ came: 1, in_room: 1 });
    expect(await totalsOf(moved)).toMatchObject({ of_this_time: true });
  });

  it("are in the totals as they are on the page once somebody has looked at it", async () => {
    const id = await event("Looked at");
    const { key } = await personOf(id, "Adele Vance");
    await tick(id, key);
    await query(
      "update attendees set answer = 'accepted', answered_at = now(), answered_in = 'outlook' where event_id = $1",
      [id],
    );
    expect(await totalsOf(id)).toMatchObject({ did_not_come: 0 });
    const { counts } = await attendance(id);
    expect(counts?.breakdown?.didNotCome).toBe(1);
    expect(await totalsOf(id)).toMatchObject({ came: 1, did_not_come: 1 });
  });

  it("are added by name, and gone from the list when that is taken back", async () => {
    const id = await event("Walk in");
    await add(id, "  Maria Nobody ");
    expect((await add(id, "Jo", "jo@elsewhere.example")).status).toBe(200);
    const maria = await personOf(id, "Maria Nobody");
    expect(maria).toMatchObject({
      address: null,
      answer: "notInvited",
      inRoom: true,
    });
    expect((await attendance(id)).counts).toMatchObject({
      came: 2,
      breakdown: { inRoom: 2, cameWithoutAnswer: 2 },
    });
    await tick(id, maria.key, false);
    expect((await listed(id)).map(({ displayName }) => displayName)).toEqual([
      "Adele Vance",
      "Jo",
      "Lidia Holloway",
    ]);
    // Taken back once more changes nothing; ticked off anew there is nobody.
    expect((await tick(id, maria.key, false)).status).toBe(200);
    expect((await tick(id, maria.key)).status).toBe(404);
  });

  it("are who they are: an address of somebody invited, or known, makes nobody else of them", async () => {
    const id = await event("Known by address");
    expect((await add(id, "Addie", adele.toUpperCase())).status).toBe(200);
    expect((await add(id, "Diego the second", diego)).status).toBe(200);
    expect((await add(id, "Diego the third", diego)).status).toBe(200);
    expect(await personOf(id, "Adele Vance")).toMatchObject({ inRoom: true });
    expect(await personOf(id, "Diego Siciliani")).toMatchObject({
      address: diego.toLowerCase(),
      answer: "notInvited",
      inRoom: true,
    });
    expect(await listed(id)).toHaveLength(3);
    expect((await attendance(id)).counts).toMatchObject({ came: 2 });
  });

  it("are no mailing list, and have an address or none", async () => {
    const id = await event("Not a list");
    await query(
      "insert into attendees (id, event_id, address, display_name, source, list_size) values ($1, $2, $3, 'Everyone', 'audience', 400)",
      [randomUUID(), id, list],
    );
    const refused = await add(id, "Everyone", list);
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([
      422,
      "mailingList",
      "address",
    ]);
    const malformed = await add(id, "Somebody", "not an address");
    expect([malformed.status, malformed.body.field]).toEqual([422, "address"]);
    expect((await add(id, " ")).body.field).toBe("displayName");
    expect((await add(id, "Without")).status).toBe(200);
    expect((await attendance(id)).counts?.came).toBe(1);
  });

  it("are ticked off by two leads at once without standing there twice", async () => {
    const id = await event("Two leads");
    const { key } = await personOf(id, "Lidia Holloway");
    const answers = await Promise.all(
      [people.lead, lynne].flatMap((by) => [
        tick(id, key, true, by),
        add(id, "Addie", adele, { by }),
        add(id, "Diego", diego, { by }),
        add(id, "Jo", "jo@elsewhere.example", { by }),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await listed(id)).toHaveLength(4);
    expect(
      await query("select id from room_attendance where event_id = $1", [id]),
    ).toHaveLength(4);
    await Promise.all([tick(id, key, false), tick(id, key, false, lynne)]);
    expect(await personOf(id, "Lidia Holloway")).toMatchObject({
      inRoom: false,
    });
  });

  it("are added once when the request is repeated", async () => {
    const id = await event("Repeated");
    const key = randomUUID();
    const both = await Promise.all([
      add(id, "Sam", null, { key }),
      add(id, "Sam", null, { key }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(
      await query("select id from room_attendance where event_id = $1", [id]),
    ).toHaveLength(1);
    const other = await add(id, "Somebody else", null, { key });
    expect(other.body.code).toBe("idempotencyKeyReused");
  });

  it("stay when they are taken off the event meanwhile", async () => {
    const id = await event("Taken off");
    const { key } = await personOf(id, "Adele Vance");
    await tick(id, key);
    await query(
      "update attendees set wanted = false where event_id = $1 and address = $2",
      [id, adele.toLowerCase()],
    );
    expect(await personOf(id, "Adele Vance")).toMatchObject({
      inRoom: true,
      answer: "notInvited",
    });
  });

  it("are told to whoever watches the event", async () => {
    const id = await event("Watched");
    const { key } = await personOf(id, "Adele Vance");
    const stream = world.as(lynne).follow(id);
    try {
      await waitFor("the stream", () => stream.latest());
      const before = stream.changes();
      await tick(id, key);
      await waitFor("the news", () => stream.changes() > before);
    } finally {
      await stream.close();
    }
  });

  it("are news to nobody but leads before the event is over", async () => {
    const id = await event("No news");
    const { key } = await personOf(id, "Adele Vance");
    const ofLead = world.as(lynne).follow(id);
    const ofMember = world.as(adele).follow(id);
    try {
      await waitFor("the streams", () => ofLead.latest() && ofMember.latest());
      await tick(id, key);
      await waitFor("the lead's news", () => ofLead.changes() > 0);
      expect(ofMember.changes()).toBe(0);
      await moveEvent(world, id, { start: -60, end: -1 });
      await tick(id, key, false);
      await waitFor("everybody's news", () => ofMember.changes() > 0);
    } finally {
      await Promise.all([ofLead.close(), ofMember.close()]);
    }
  });

  it("are the leads' business", async () => {
    const id = await event("Leads alone");
    const { key } = await personOf(id, "Adele Vance");
    for (const person of [adele, diego, people.admin]) {
      const refused = [
        await tick(id, key, true, person),
        await add(id, "Jo", null, { by: person }),
      ];
      for (const { status, body } of refused)
        expect([status, body.detail]).toEqual([
          403,
          expect.stringMatching(/owners and contributors of Women at Contoso/),
        ]);
    }
    expect((await tick(id, key, true, lynne)).status).toBe(200);
    await setConfidential(true);
    for (const by of [grady, people.admin])
      expect((await tick(id, key, true, by)).status).toBe(404);
    await setConfidential(false);
    expect((await tick(randomUUID(), key)).status).toBe(404);
  });

  const setConfidential = async (confidential: boolean) => {
    const { status } = await lead().send(
      "PUT",
      `/api/groups/${channel.groupId}`,
      { confidential },
    );
    expect(status).toBe(200);
  };

  it("are not ticked off at a cancelled event", async () => {
    const { id, version } = await channel.schedule("Cancelled", {
      channelIds: [],
      audience: { group: false, addresses: [adele] },
    });
    await lead().send(
      "POST",
      `/api/events/${id}/cancel`,
      { message: "" },
      { "If-Match": `"${version}"` },
    );
    await endEvent(world, id);
    const { status, body } = await add(id, "Jo");
    expect([status, body.code]).toEqual([409, "eventCancelled"]);
    expect((await attendance(id)).forLeads?.canTick ?? false).toBe(false);
  });
});
