import pg from "pg";
import { waitFor } from "../harness/wait-for.ts";
import {
  attendeeOrderSchema,
  type FoundAttendees,
} from "../../bot/contract/found-attendees.ts";
import type { AttendeeRow } from "../../bot/src/db/tables/attendees.ts";
import { asAttendee } from "../../bot/src/events/seen-attendees.ts";
import { arrangeAttendees } from "../../tab/src/events/page/attendees/arrange-attendees.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import type { EventDetail } from "../../bot/contract/events.ts";

const total = 2_000;
const address = (n: number) => `p${String(n).padStart(4, "0")}@contoso.com`;

/** No account is connected: who is invited is the same. */
describe("an event with thousands of people", () => {
  let world: World;
  let event: EventDetail;

  beforeAll(async () => {
    world = await openWorld({ changesByHand: true });
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const created = await world.as(people.lead).send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, {
        audience: {
          group: false,
          addresses: Array.from({ length: total }, (_, n) => address(n)),
        },
      }),
    );
    event = created.body;
  });
  afterAll(() => world.close());

  const find = (search: string, as = people.lead) =>
    world
      .as(as)
      .send<FoundAttendees>(
        "GET",
        `/api/events/${event.id}/attendees?search=${encodeURIComponent(search)}`,
      );

  it("brings none of them along, and says how many there are", () => {
    expect(event.attendees).toEqual([]);
    expect(event.progress.total).toBe(total);
    expect(event.audience?.addresses).toHaveLength(total);
  });

  it("puts before them whom somebody took off in Outlook: a lead has to decide", async () => {
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    await client.query(
      "update attendees set outlook_state = 'removed', invited_at = now() where event_id = $1 and address = $2",
      [event.id, address(1_999)],
    );
    await client.end();
    const { body } = await find("");
    expect(body.attendees[0]).toMatchObject({
      address: address(1_999),
      outlook: "removed",
    });
    expect(body.count).toBe(total);
  });

  it("tells who watches it in small messages, few a second, and whether the pages are others", async () => {
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    const tell = () =>
      client.query("select pg_notify('event_changed', $1)", [event.id]);
    const watched = world.as(people.lead).follow(event.id);
    try {
      const first = await waitFor("the first message", () => watched.latest());
      expect(first.attendees).toEqual([]);
      expect(JSON.stringify(first).length).toBeLessThan(5_000);
      expect(first.attendeesMark).not.toBe("");
      // Changes that it does not show are no messages of their own, and a hundred of them are one.
      for (let n = 0; n < 100; n += 1) await tell();
      await waitFor("the changes", () => watched.changes() > 0);
      expect(watched.messages()).toBe(1);
      await client.query(
        "update attendees set display_name = 'Somebody Else' where event_id = $1 and address = $2",
        [event.id, address(5)],
      );
      await tell();
      const next = await waitFor(
        "another page",
        () => watched.messages() > 1 && watched.latest(),
      );
      expect(next.attendeesMark).not.toBe(first.attendeesMark);
      expect(next).toEqual({ ...first, attendeesMark: next.attendeesMark });
      expect(watched.changes()).toBeLessThan(20);
    } finally {
      await watched.close();
      await client.query(
        "update attendees set display_name = address where event_id = $1",
        [event.id],
      );
      await client.end();
    }
  });

  it("finds the others by a part of name or address, whatever the case", async () => {
    const one = await find("P1777@con");
    expect(one.body).toMatchObject({
      count: 1,
      attendees: [{ address: address(1_777) }],
    });
    const many = await find("p");
    expect(many.body.count).toBe(total);
    expect(many.body.attendees).toHaveLength(100);
    for (const nobody of ["100%", "_____", "'; drop table attendees; --"])
      expect((await find(nobody)).body).toEqual({ attendees: [], count: 0 });
  });

  it("pages through them by answer and by time, as the tab arranges those that it has whole", async () => {
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    await client.query(
      `update attendees set answered_in = 'tab', answered_at = now() - make_interval(secs => 5000 - substr(address, 2, 4)::int),
         answer = case when substr(address, 5, 1)::int % 2 = 0 then 'accepted' else 'declined' end
       where event_id = $1 and substr(address, 5, 1) in ('1', '2')`,
      [event.id],
    );
    const { rows } = await client.query<AttendeeRow>(
      "select * from attendees where event_id = $1 order by display_name, address",
      [event.id],
    );
    await client.end();
    const all = rows.map(asAttendee);
    for (const order of attendeeOrderSchema.options)
      for (const answer of [null, "accepted", "none"] as const)
        for (const search of ["", "p1"]) {
          const query = { order, answer, search };
          const wanted = arrangeAttendees(all, query);
          for (const from of [0, 100, wanted.length - 1]) {
            const asked = new URLSearchParams({
              order,
              search,
              from: `${from}`,
            });
            if (answer !== null) asked.set("answer", answer);
            const page = await world
              .as(people.lead)
              .send<FoundAttendees>(
                "GET",
                `/api/events/${event.id}/attendees?${asked.toString()}`,
              );
            expect(page.body).toEqual({
              count: wanted.length,
              attendees: wanted.slice(from, from + 100),
            });
          }
        }
    for (const wrong of ["order=size", "answer=x", "from=-1", "from=x"])
      expect(
        await world
          .as(people.lead)
          .send("GET", `/api/events/${event.id}/attendees?${wrong}`),
      ).toMatchObject({ status: 422 });
  });

  it("shows nobody's name to others", async () => {
    expect((await find("p", "AdeleV@contoso.com")).status).toBe(403);
    expect((await find("x".repeat(201))).status).toBe(422);
  });
});
