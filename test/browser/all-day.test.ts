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

  it("say of the end, too, what the clocks do when they go forward, before anything is sent", async () => {
    await megan.open("/app", { subPageId: "events/new" });
    const { app } = megan;
    const form = eventForm(app);
    await form.fill({
      Title: "Night watch",
      "Start date": "2031-03-30",
      "Start time": "00:30",
      "End time": "01:30",
    });
    await app
      .getByRole("status")
      .getByText(/^01:30 does not exist that day, .* It becomes 02:30\.$/)
      .waitFor();
    // The start becomes 02:30, after the end.
    await form.fill({ "Start time": "01:30", "End time": "02:15" });
    await app.getByRole("button", { name: "Review and send" }).click();
    const end = app.getByLabel("End time");
    await app
      .getByText(/^It ends before it starts: .* the start becomes 02:30/)
      .waitFor();
    expect(await end.getAttribute("aria-invalid")).toBe("true");
    expect(await lookAtTab(megan, "event-form-skipped-hour")).toEqual([]);
    await form.fill({ "End time": "03:00" });
    await form.review("Send the invitations?");
  });
});
