import type { EventDetail } from "../../bot/contract/events.ts";
import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import type { Simulator } from "../../simulator/start-simulator.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const members = (simulator: Simulator): string[] => {
  const team = simulator.world.teams.find(
    ({ name }) => name === "Women at Contoso",
  );
  if (!team) throw new Error("no team");
  return team.memberIds.map(
    (id) =>
      simulator.world.people.find((person) => person.id === id)?.mail ?? "",
  );
};

describe.each([
  ["Microsoft's public address", "/v1.0"],
  ["another address in GRAPH_BASE_URL", "/national-cloud/v1.0"],
])("the main job with %s", (_name, graphPath) => {
  let world: World;
  let groupId: string;
  let everybody: string[];

  beforeAll(async () => {
    world = await openWorld({ simulator: { graphPath } });
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    everybody = members(world.simulator);
  });
  afterAll(() => world.close());

  const kinds = (address: string) =>
    world.simulator.mailbox(address).mails.map(({ kind }) => kind);

  it("runs from schedule to cancel, with exactly one mail per person and action", async () => {
    const lead = world.as(people.lead);
    const preview = await lead.send<MailPreview>(
      "POST",
      "/api/events/preview",
      lunch(groupId),
    );
    expect(preview.body).toMatchObject({ people: everybody.length });

    const created = await lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId),
    );
    expect(created.status).toBe(201);
    const { id } = created.body;
    const scheduled = await waitFor("the invitations", async () => {
      const event = await lead.event(id);
      return event.status === "scheduled" && event;
    });
    expect(scheduled.progress).toMatchObject({
      invited: everybody.length,
      total: everybody.length,
    });
    expect(scheduled.meeting.state).toBe("ready");
    for (const address of everybody) {
      const { mails, events } = world.simulator.mailbox(address);
      expect(mails.map(({ kind }) => kind)).toEqual(["invitation"]);
      expect(mails[0]?.bodyHtml).toContain(scheduled.meeting.joinUrl);
      expect(events[0]?.attendees.length).toBeLessThanOrEqual(1);
    }

    const [inOutlook = "", inTab = ""] = everybody.filter(
      (address) => address !== people.lead,
    );
    world.simulator.respond({
      person: inOutlook,
      subject: "Lunch and learn",
      response: "accepted",
    });
    await waitFor("the answer of Outlook", async () => {
      return (await lead.event(id)).tally.accepted === 1;
    });
    const answered = await world
      .as(inTab)
      .send<EventDetail>("PUT", `/api/events/${id}/response`, {
        answer: "tentative",
      });
    expect(answered.body).toMatchObject({
      myAnswer: "tentative",
      attendees: null,
    });
    const after = await lead.event(id);
    expect(after.tally).toEqual({
      accepted: 1,
      tentative: 1,
      declined: 0,
      none: everybody.length - 2,
      total: everybody.length,
    });
    expect(
      after.attendees?.find(
        ({ address }) => address === inOutlook.toLowerCase(),
      ),
    ).toMatchObject({ answer: "accepted", answeredIn: "outlook" });

    const { groupId: _group, ...change } = lunch(groupId, {
      start: "2031-12-02T12:00",
      end: "2031-12-02T13:00",
    });
    const moved = await lead.send<EventDetail>(
      "PUT",
      `/api/events/${id}`,
      change,
      { "If-Match": `"${after.version}"` },
    );
    expect(moved.status).toBe(200);
    expect(moved.body.tally).toMatchObject({ none: everybody.length });
    const shown = await waitFor("the move", async () => {
      const event = await lead.event(id);
      return event.status === "scheduled" && event;
    });
    for (const address of everybody) {
      expect(kinds(address)).toEqual(["update", "invitation"]);
      const [event] = world.simulator.mailbox(address).events;
      expect(event?.startsAt).toBe("2031-12-02T12:00:00.000Z");
      expect(event?.bodyHtml).toContain(shown.meeting.joinUrl);
    }

    const cancelled = await lead.send(
      "POST",
      `/api/events/${id}/cancel`,
      { message: "The room is flooded." },
      { "If-Match": `"${shown.version}"` },
    );
    expect(cancelled.status).toBe(200);
    await waitFor("the cancellation", async () => {
      return (await lead.event(id)).status === "cancelled";
    });
    for (const address of everybody)
      expect(kinds(address)).toEqual(["cancellation", "update", "invitation"]);
    expect(world.simulator.mailbox(people.organizer).events).toEqual([]);
  });
});
