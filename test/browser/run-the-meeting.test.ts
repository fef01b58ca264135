import type { EventDetail } from "../../bot/contract/events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import { openBrowserSession, type BrowserSession } from "./browser-session.ts";
import { lookAtTab } from "./look-at-page.ts";

const member = "AdeleV@contoso.com";

describe("the Teams meeting on the event's page", () => {
  let world: World;
  let session: BrowserSession;
  let eventId: string;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const lead = world.as(people.lead);
    await lead.send("PUT", `/api/groups/${groupId}`, { confidential: true });
    const { body } = await lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, { title: "Mentoring circle" }),
    );
    eventId = body.id;
    await waitFor("the meeting to be set up", async () => {
      const { forLeads } = (await lead.event(eventId)).meeting;
      return forLeads?.state === "ready";
    });
  }, 90_000);
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("says to leads who can run it, who waits and what Teams shows, in every theme", async () => {
    const megan = await session.visit(people.lead);
    await megan.open("/app", { subPageId: `events/${eventId}` });
    const part = megan.app.getByRole("region", { name: "Teams meeting" });
    await part.getByText(/can admit people, present/).waitFor();
    await part
      .getByText(/Only people who are invited go straight in/)
      .waitFor();
    await part.getByText(/chat is off/).waitFor();
    await part.getByText(/Teams shows everybody who else is there/).waitFor();
    expect(await lookAtTab(megan, "the Teams meeting")).toEqual([]);
  }, 90_000);

  it("is the link alone for members", async () => {
    const adele = await session.visit(member);
    await adele.open("/app", { subPageId: `events/${eventId}` });
    await adele.app
      .getByRole("link", { name: "Join the Teams meeting" })
      .waitFor();
    expect(
      await adele.app.getByRole("region", { name: "Teams meeting" }).count(),
    ).toBe(0);
  }, 60_000);
});
