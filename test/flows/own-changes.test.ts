import { untilIdle } from "../harness/idle.ts";
import { scheduleHandled } from "../harness/outlook-by-hand.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const emily = "EmilyB@contoso.com";

/** Each change as a lead makes it: what Outlook shows differs until it is published. */
const changes = [
  { title: "Lunch two" },
  { start: "2031-12-02T12:00", end: "2031-12-02T13:00" },
  { audience: { group: false, addresses: [adele, emily] } },
  { location: "Room  9 ;  Room 10" },
  { audience: { group: false, addresses: [adele, diego] } },
  {
    title: "  Café  with  friends ",
    start: "2031-10-26T01:15",
    end: "2031-10-26T04:00",
  },
  { timeZone: "America/New_York" },
  { location: "", description: "Nothing but words." },
];

describe("our own changes", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
  });
  // Fails where anything was taken for a change by hand in the end.
  afterAll(() => world.close());

  it("are never taken for somebody's, however slowly Outlook is read and how often it reports", async () => {
    await world.startReplica();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const event = await scheduleHandled(world, {
      groupId,
      title: "Lunch one",
      addresses: [adele, diego],
      open: true,
    });
    world.simulator.setFault({
      service: "graph",
      method: "GET",
      path: "/me/events/",
      times: null,
      effect: { kind: "latency", ms: 250 },
    });
    world.simulator.setFault({
      service: "notification",
      times: null,
      effect: { kind: "doubleNotification" },
    });
    const joining = ["LidiaH@contoso.com", "LynneR@contoso.com"];
    for (const [n, change] of changes.entries()) {
      expect((await event.change(change)).status).toBe(200);
      const inOutlook = event.inOutlook();
      if (inOutlook)
        world.simulator.respond({
          person: adele,
          eventId: inOutlook.id,
          response: n % 2 === 0 ? "accepted" : "declined",
        });
      const joiner = joining[n - 3];
      if (joiner)
        await world.as(joiner).send("PUT", `/api/events/${event.id}/response`, {
          answer: "accepted",
        });
    }
    world.simulator.sendLifecycle("missed");
    world.simulator.clearFaults();
    await untilIdle(world, 40_000);
    const after = await event.see();
    expect(after.status).toBe("scheduled");
    // A change by hand that was believed for a moment would have made the version grow once more.
    expect(after.version).toBe(1 + changes.length);
    expect(after.attendees?.map(({ outlook }) => outlook)).toEqual(
      after.attendees?.map(() => null),
    );
  }, 90_000);
});
