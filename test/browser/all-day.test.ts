import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";
import { eventForm } from "./pages/event-form.ts";

describe("the times in the form", () => {
  let world: World;
  let session: BrowserSession;
  let megan: Visitor;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    await world.groupId("Women at Contoso", people.lead);
    megan = await session.visit(people.lead);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("give way to whole days by the keyboard, and come back as they were, with what the clocks do", async () => {
    await megan.open("/app", { subPageId: "events/new" });
    const { app, page } = megan;
    const form = eventForm(app);
    await form.fill({ "Start date": "2031-10-26", "Start time": "01:30" });
    const hint = app.getByText(/^01:30 comes twice that night/);
    await hint.waitFor();
    expect(await lookAtTab(megan, "event-form-repeated-hour")).toEqual([]);

    const allDay = app.getByRole("switch", { name: "All day" });
    await press(page, allDay, "Space");
    await app.getByLabel("First day").waitFor();
    await app.getByLabel("Start time").waitFor({ state: "detached" });
    await hint.waitFor({ state: "detached" });
    expect(await lookAtTab(megan, "event-form-all-day")).toEqual([]);

    await press(page, allDay, "Space");
    await app.getByLabel("Start time").waitFor();
    expect(await app.getByLabel("Start time").inputValue()).toBe("01:30");
    await hint.waitFor();
  });
});
