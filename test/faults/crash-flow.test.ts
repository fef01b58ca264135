import { randomUUID } from "node:crypto";
import type { EventOfLead } from "../harness/api.ts";
import type { TeamsMeetingView } from "../../simulator/control/meeting-desk.ts";
import { crashEverywhere } from "../harness/crash-everywhere.ts";
import { persist } from "../harness/persist.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, people, type World } from "../harness/world.ts";

const team = "Women at Contoso";
const inOutlook = "AdeleV@contoso.com";
const inTab = "DiegoS@contoso.com";

/** Schedule, have leads run the meeting, two answers, move, cancel, by a client that repeats what got no answer. */
async function mainJob(world: World): Promise<{ meeting: TeamsMeetingView }> {
  const lead = world.as(people.lead);
  const groupId = await world.groupId(team, people.lead);
  const keys = {
    create: randomUUID(),
    move: randomUUID(),
    cancel: randomUUID(),
  };
  const created = await persist(() =>
    lead.send<EventOfLead>("POST", "/api/events", lunch(groupId), {
      "Idempotency-Key": keys.create,
    }),
  );
  expect(created.status).toBe(201);
  const path = `/api/events/${created.body.id}`;
  const state = (what: string, check: (event: EventOfLead) => boolean) =>
    waitFor(
      what,
      async () => {
        const event = await lead.event(created.body.id);
        return check(event) && event;
      },
      45_000,
    );

  await state("the invitations", ({ status }) => status === "scheduled");
  await state(
    "the meeting that leads can run",
    ({ meeting }) => meeting.forLeads?.state === "ready",
  );
  const meeting = world.simulator.teamsMeeting("Lunch and learn");
  world.simulator.respond({
    person: inOutlook,
    subject: "Lunch and learn",
    response: "accepted",
  });
  await state("Outlook's answer", ({ tally }) => tally.accepted === 1);
  await persist(() =>
    world.as(inTab).send("PUT", `${path}/response`, { answer: "declined" }),
  );
  const answered = await state(
    "the tab's answer",
    ({ tally }) => tally.declined === 1,
  );
  expect(answered.tally).toMatchObject({ accepted: 1, declined: 1 });

  const { groupId: _group, ...change } = lunch(groupId, {
    start: "2031-12-02T12:00",
    end: "2031-12-02T13:00",
  });
  await persist(() =>
    lead.send("PUT", path, change, {
      "If-Match": `"${answered.version}"`,
      "Idempotency-Key": keys.move,
    }),
  );
  const moved = await state("the move", ({ status }) => status === "scheduled");
  expect(moved.tally.none).toBe(moved.tally.total);
  await persist(() =>
    lead.send(
      "POST",
      `${path}/cancel`,
      { message: "Sorry." },
      {
        "If-Match": `"${moved.version}"`,
        "Idempotency-Key": keys.cancel,
      },
    ),
  );
  await state("the cancellation", ({ status }) => status === "cancelled");
  return { meeting };
}

/** What everybody has in Outlook at the end, and how many events there ever were. */
function endState(world: World) {
  const { simulator } = world;
  const group = simulator.world.teams.find(({ name }) => name === team);
  const mailboxes = (group?.memberIds ?? []).map((id) => {
    const { mails, events } = simulator.mailbox(id);
    return {
      mails: mails.map(({ kind }) => kind),
      events: events.map(({ subject, startsAt, isCancelled }) => ({
        subject,
        startsAt,
        isCancelled,
      })),
    };
  });
  return {
    mailboxes,
    organizerEvents: simulator.mailbox(people.organizer).events.length,
  };
}

describe("kill -9 at the recorded writes of the main job", () => {
  it("ends each time in the state of the undisturbed run", async () => {
    const { points, undisturbed, failures, missed } = await crashEverywhere({
      flow: async (world) => {
        const { meeting } = await mainJob(world);
        return { ...endState(world), meeting };
      },
      isOurs: () => true,
      check: (left, before) => expect(left).toEqual(before),
    });
    expect(points.length).toBeGreaterThan(30);
    expect(undisturbed).toMatchObject({
      organizerEvents: 0,
      meeting: { chat: "enabled", lobby: "organizationExcludingGuests" },
    });
    expect(undisturbed.meeting.coorganizers).toContain(people.lead);
    expect(failures).toEqual([]);
    // Every write that was drawn was killed at, none left out. One is a matter of moments: whether a second look at the
    // subscription still finds the first one waiting in the queue, and so renews nothing.
    const byTheMoment = /^graph PATCH \/v1\.0\/subscriptions\//;
    expect(missed.filter(({ label }) => !byTheMoment.test(label))).toEqual([]);
  }, 900_000);
});
