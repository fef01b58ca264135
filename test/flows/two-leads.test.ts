import {
  changeOf,
  heldEvents,
  mailsAbout,
  type HeldEvents,
} from "../harness/held-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import { addLead } from "../harness/add-lead.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const emily = "EmilyB@contoso.com";
const onlyAdele = { audience: { group: false, addresses: [adele] } };

describe.each([
  ["while the first change still waits", "2"],
  ["when the first change has gone out at once", "0"],
])("two leads who change one event, %s", (_when, seconds) => {
  let world: World;
  let held: HeldEvents;
  beforeAll(async () => {
    world = await openWorld({ environment: { SEND_HOLD_SECONDS: seconds } });
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    held = heldEvents(world, groupId);
    await addLead(world, { groupId, person: diego });
  });
  afterAll(() => world.close());

  it("do not overwrite each other: the second sees the first one's version and who made it", async () => {
    const event = await held.scheduled("Shared", onlyAdele);
    const other = world.as(diego);
    const first = await held.change(
      event,
      changeOf(event, { location: "Room 5" }),
    );
    expect(first.status).toBe(200);
    const refused = await held.change(
      event,
      changeOf(event, { title: "Shared more" }),
      other,
    );
    expect(refused).toMatchObject({
      status: 412,
      body: { code: "versionConflict" },
    });
    const newest = await other.event(event.id);
    expect(newest).toMatchObject({
      version: first.body.version,
      lastChange: { by: "Megan Bowen", isOwn: false },
    });
    const wanted = newest.held?.content ?? changeOf(newest, {});
    expect(wanted.location).toBe("Room 5");
    const preview = await other.send(
      "POST",
      `/api/events/${event.id}/preview`,
      {
        ...wanted,
        title: "Shared more",
      },
    );
    expect(preview.body).toMatchObject(
      newest.held
        ? {
            changes: ["title", "location"],
            replaces: { kind: "change", by: "Megan Bowen", isOwn: false },
          }
        : { changes: ["title"] },
    );
    const merged = await held.change(
      newest,
      { ...wanted, title: "Shared more" },
      other,
    );
    expect(merged.status).toBe(200);
    const out = await held.isOut(event.id);
    expect(out).toMatchObject({
      title: "Shared more",
      location: "Room 5",
      version: merged.body.version,
      lastChange: { by: "Diego Siciliani", isOwn: false },
    });
    await untilIdle(world);
    const updates = {
      ...mailsAbout(world, "Shared"),
      ...mailsAbout(world, "Shared more"),
    };
    expect(updates[adele]?.filter((kind) => kind === "update")).toHaveLength(1);
  });

  it("notice a cancellation as they notice a change", async () => {
    const event = await held.scheduled("Contested", onlyAdele);
    const cancelled = await held.cancel(event, "No room.");
    expect(cancelled.status).toBe(200);
    const refused = await held.change(
      event,
      changeOf(event, { location: "Room 5" }),
      world.as(diego),
    );
    expect([409, 412]).toContain(refused.status);
    await held.isOut(event.id);
    await untilIdle(world);
    expect(mailsAbout(world, "Contested")).toEqual({
      [adele]: ["invitation", "cancellation"],
    });
  });

  it("who save at the same moment do not both get through", async () => {
    const event = await held.scheduled("Simultaneous", onlyAdele);
    const answers = await Promise.all([
      held.change(
        event,
        changeOf(event, {
          audience: { group: false, addresses: [adele, emily] },
        }),
      ),
      held.change(
        event,
        changeOf(event, { location: "Room 6" }),
        world.as(diego),
      ),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    await held.isOut(event.id);
  });

  it("see live that the other one's change waits, and nobody else does", async () => {
    if (seconds === "0") return;
    const event = await held.scheduled("Watched", onlyAdele);
    const streams = [diego, adele].map((person) =>
      world.as(person).follow(event.id),
    );
    const [lead, member] = streams;
    await waitFor("the streams", () =>
      streams.every((stream) => stream.latest() !== null),
    );
    const changed = await held.change(
      event,
      changeOf(event, { location: "Room 7" }),
    );
    await waitFor("the news", () => lead?.latest()?.held !== null);
    expect(lead?.latest()).toMatchObject({
      version: changed.body.version,
      held: { kind: "change", by: "Megan Bowen", isOwn: false },
    });
    await waitFor("it to go out", () => lead?.latest()?.held === null);
    await waitFor("the member's news", () => {
      return member?.latest()?.version === event.version + 1;
    });
    expect(member?.latest()).toMatchObject({ held: null, lastChange: null });
    await Promise.all(streams.map((stream) => stream.close()));
  });
});
