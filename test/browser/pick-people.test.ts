import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press, typeInto } from "./keyboard.ts";
import { lookAtTab, violationsIn } from "./look-at-page.ts";
import { eventForm } from "./pages/event-form.ts";

describe("people who are picked in Teams", () => {
  let world: World;
  let session: BrowserSession;
  let megan: Visitor;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.groupId("Women at Contoso", people.lead);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  beforeEach(async () => {
    megan = await session.visit(people.lead);
    await megan.open("/app", { subPageId: "events/new" });
    await megan.app.getByRole("checkbox", { name: /^Everyone in/ }).uncheck();
  });
  afterEach(async () => {
    await megan.context.close();
    expect(session.takeComplaints()).toEqual([]);
  });

  const picker = () =>
    megan.page.getByRole("dialog", { name: "Invite people" });
  const open = async () => {
    await megan.app.getByRole("button", { name: "Pick people" }).click();
    await picker().waitFor();
  };
  const pick = async (...names: string[]) => {
    for (const name of names) {
      await picker()
        .getByRole("searchbox", { name: "Search people" })
        .fill(name);
      await picker().getByRole("checkbox", { name }).check();
    }
    await picker().getByRole("button", { name: "Done" }).click();
    await picker().waitFor({ state: "detached" });
  };

  const alexIsIn = () =>
    megan.app
      .getByRole("button", { name: "AlexW@contoso.com Remove" })
      .waitFor();

  it.each(["mail", "userPrincipalName"] as const)(
    "are invited by what Teams tells as their address: %s",
    async (peoplePickerEmail) => {
      world.simulator.changeSettings({ peoplePickerEmail });
      await open();
      await pick("Alex Wilber", "Miriam Graham");
      await alexIsIn();
      expect(await lookAtTab(megan, "picked people")).toEqual([]);
      const form = eventForm(megan.app);
      await form.fill({ Title: "Picked", "Start date": "2031-12-10" });
      const review = await form.review("Send the invitations?");
      await review.getByText("2 people will get an invitation.").waitFor();
    },
  );

  it("are named where Teams tells no address, and can be typed", async () => {
    world.simulator.changeSettings({ peoplePickerEmail: "missing" });
    await open();
    await pick("Alex Wilber");
    await megan.app
      .getByText("Alex Wilber has no e-mail address that Teams tells.")
      .waitFor();
    expect(await lookAtTab(megan, "picked without an address")).toEqual([]);
    world.simulator.changeSettings({ peoplePickerEmail: "mail" });
    await open();
    await pick("Alex Wilber");
    await alexIsIn();
    expect(await megan.app.getByText("has no e-mail address").count()).toBe(0);
  });

  it("are nobody where the picker is closed", async () => {
    await open();
    const [shell] = megan.page.frames();
    expect(shell && (await violationsIn(shell))).toEqual([]);
    await picker().getByRole("button", { name: "Cancel" }).click();
    await megan.app
      .getByRole("button", { name: "Pick people", disabled: false })
      .waitFor();
    expect(await megan.app.getByRole("alert").count()).toBe(0);
    await open();
    await megan.page.keyboard.press("Escape");
    await picker().waitFor({ state: "detached" });
  });

  it("are picked by the keyboard alone", async () => {
    const { page, app } = megan;
    await press(page, app.getByRole("button", { name: "Pick people" }));
    await typeInto(
      page,
      picker().getByRole("searchbox", { name: "Search people" }),
      "Wilber",
    );
    await press(
      page,
      picker().getByRole("checkbox", { name: "Alex Wilber" }),
      "Space",
    );
    await press(page, picker().getByRole("button", { name: "Done" }));
    await alexIsIn();
  });
});
