import type { EventDetail } from "../../bot/contract/events.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { typeInto } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";

const total = 620;

describe("an event with many people", () => {
  let world: World;
  let session: BrowserSession;
  let megan: Visitor;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const addresses = Array.from(
      { length: total },
      (_, n) => `p${String(n).padStart(3, "0")}@contoso.com`,
    );
    const { body } = await world
      .as(people.lead)
      .send<EventDetail>(
        "POST",
        "/api/events",
        lunch(groupId, { audience: { group: false, addresses } }),
      );
    megan = await session.visit(people.lead);
    await megan.open("/app", { subPageId: `events/${body.id}` });
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const rows = () =>
    megan.app.getByRole("table", { name: "Attendees" }).getByRole("row");

  it("shows the first of them, more at a wish, and says how many there are", async () => {
    await megan.app.getByText("The first 100 of 620.").waitFor();
    expect(await rows().count()).toBe(101);
    await megan.app.getByRole("button", { name: "Show more people" }).click();
    await megan.app.getByText("The first 200 of 620.").waitFor();
    for (let more = 0; more < 3; more++)
      await megan.app.getByRole("button", { name: "Show more people" }).click();
    await megan.app
      .getByRole("button", { name: "These are the first" })
      .waitFor();
    expect(await rows().count()).toBe(501);
  });

  it("finds everybody by name or address, with the keyboard", async () => {
    const { app, page } = megan;
    const search = app.getByRole("searchbox", { name: "Find somebody" });
    await search.focus();
    await typeInto(page, search, "p61");
    await app.getByText("10 people found.").waitFor();
    await rows().filter({ hasText: "p619@contoso.com" }).waitFor();
    expect(await lookAtTab(megan, "people who were found")).toEqual([]);
    await typeInto(page, search, "nobody here");
    await app
      .getByText("Nobody who is invited has this in name or address.")
      .waitFor();
    await search.fill("");
    await app.getByText("The first 500 of 620.").waitFor();
  });
});
