import { openWorld, people, type World } from "../harness/world.ts";
import { waitFor } from "../harness/wait-for.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import {
  everybodysMails,
  mailsSoFar,
  membersOf,
  sameMailsFor,
} from "./everybodys-mails.ts";
import { closedGate } from "./gate.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";
import { outlookPage } from "./pages/outlook-page.ts";
import { settingsPage, signInPages } from "./pages/settings-page.ts";

const title = "Lunch and learn";
const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";

/** One story, told in order: each part goes on where the one before ended. */
describe("the main job in a browser", () => {
  const invitations = closedGate(
    ({ service, method, path, point }) =>
      service === "graph" &&
      method === "POST" &&
      path.endsWith("/me/events") &&
      point === "received",
  );
  let world: World;
  let session: BrowserSession;
  let megan: Visitor;
  let everybody: string[];
  let joinUrl = "";

  beforeAll(async () => {
    world = await openWorld({
      simulator: { intercept: invitations.intercept },
    });
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.groupId("Women at Contoso", people.lead);
    everybody = membersOf(world, "Women at Contoso");
    megan = await session.visit(people.lead);
  });
  afterAll(async () => {
    invitations.open();
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("lets an admin connect the service account in a window of its own", async () => {
    const isaiah = await session.visit(people.admin);
    const settings = settingsPage(isaiah);
    await isaiah.open("/app", { subPageId: "settings" });
    await settings.standing("Not connected.").waitFor();

    const window = await settings.connect();
    const closed = window.waitForEvent("close");
    const signIn = signInPages(window);
    await signIn.pick(people.organizer);
    await signIn.accept();
    await signIn.connected.waitFor();
    await closed;

    await settings
      .standing("Connected. Invitations come from Contoso ERGs.")
      .waitFor();
    await isaiah.context.close();
  });

  it("invites everybody once the lead has seen who will be mailed", async () => {
    const event = eventPage(megan.app);
    await megan.open("/app");
    await megan.app.getByRole("button", { name: "Schedule event" }).click();
    const form = eventForm(megan.app);
    await form.fill({
      Title: title,
      Description: "Bring your lunch.\n\nAnd a friend.",
      "Start date": "2031-12-01",
      "Start time": "12:00",
      Location: "Room 4",
    });
    const dialog = await form.review("Send the invitations?");
    await dialog.getByText("12 people will get an invitation.").waitFor();
    await dialog.getByRole("button", { name: "Send 12 invitations" }).click();

    await event.heading(title).waitFor();
    await event.status("Sending invitations: 0 of 12").waitFor();
    await event.progress.waitFor();
    expect(mailsSoFar(world)).toEqual({});

    invitations.open();
    await event.status("Scheduled. 12 people have the invitation.").waitFor();
    joinUrl = (await event.joinLink.getAttribute("href")) ?? "";
    expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    expect(await everybodysMails(world)).toEqual(
      sameMailsFor(everybody, ["invitation"]),
    );
    expectEverybodysCalendar("2031-12-01T12:00:00.000Z");
  });

  it("counts an answer from Outlook and one from the tab on the lead's open page", async () => {
    await megan.app.locator(":root").evaluate((root: HTMLElement) => {
      root.dataset["opened"] = "once";
    });

    const inOutlook = await session.visit(adele);
    const outlook = outlookPage(inOutlook.page);
    await inOutlook.open("/outlook");
    await outlook.openNewest(title);
    await outlook.answer("Accept");
    await outlook.mail.getByText("You accepted.").waitFor();

    const inTab = await session.visit(diego);
    await inTab.open("/app");
    await inTab.app.getByRole("link", { name: title }).click();
    await eventPage(inTab.app).answer("Going").click();
    await inTab.app.getByText("You are going.").waitFor();
    expect(
      await inTab.app.getByRole("table", { name: "Attendees" }).count(),
    ).toBe(0);

    const event = eventPage(megan.app);
    await event
      .status("2 going, 0 maybe, 0 can't go, 10 not answered, of 12")
      .waitFor();
    await waitFor("the chart", async () => {
      const { inRing, legend } = await event.chartNumbers();
      expect(inRing).toMatch(/^2\s+going$/);
      expect(legend).toEqual([
        "2 Going",
        "0 Maybe",
        "0 Can't go",
        "10 Not answered",
      ]);
      return true;
    });
    await event
      .attendee("Adele Vance")
      .filter({ hasText: "Going" })
      .filter({ hasText: "in Outlook" })
      .waitFor();
    await event
      .attendee("Diego Siciliani")
      .filter({ hasText: "Going" })
      .filter({ hasText: "in Teams" })
      .waitFor();
    expect(await megan.app.locator(":root").getAttribute("data-opened")).toBe(
      "once",
    );
    // Outlook tells the organizer of an answer by mail; the tab mails nobody.
    expect(await everybodysMails(world)).toEqual({
      ...sameMailsFor(everybody, ["invitation"]),
      [people.organizer]: ["response"],
    });
    await inOutlook.context.close();
    await inTab.context.close();
  });

  it("moves everybody's event under the same Teams link and asks again", async () => {
    const event = eventPage(megan.app);
    await megan.app.getByRole("button", { name: "Edit event" }).click();
    const form = eventForm(megan.app);
    await form.fill({ "Start date": "2031-12-02" });
    const dialog = await form.review("Send the changes?");
    await dialog
      .getByText(
        "12 people will get an update, because the time changes. They are asked to answer again.",
      )
      .waitFor();
    await dialog.getByRole("button", { name: "Send 12 updates" }).click();

    await event.status("Scheduled. 12 people have the invitation.").waitFor();
    await event
      .status("0 going, 0 maybe, 0 can't go, 12 not answered, of 12")
      .waitFor();
    expect(await event.joinLink.getAttribute("href")).toBe(joinUrl);
    expect(await everybodysMails(world)).toEqual({
      ...sameMailsFor(everybody, ["update", "invitation"]),
      [people.organizer]: ["response"],
    });
    expectEverybodysCalendar("2031-12-02T12:00:00.000Z");
  });

  it("cancels everybody's event with the lead's words", async () => {
    const event = eventPage(megan.app);
    await megan.app.getByRole("button", { name: "Cancel event" }).click();
    const dialog = megan.app.getByRole("dialog", {
      name: "Cancel this event?",
    });
    await dialog.getByText("12 people will get a cancellation.").waitFor();
    await dialog
      .getByRole("textbox", { name: "Message" })
      .fill("The room is flooded.");
    await dialog
      .getByRole("button", { name: "Cancel event and send 12 cancellations" })
      .click();

    await event.status("This event is cancelled.").waitFor();
    await megan.app.getByText("The room is flooded.").waitFor();
    expect(await event.joinLink.count()).toBe(0);
    expect(await everybodysMails(world)).toEqual({
      ...sameMailsFor(everybody, ["cancellation", "update", "invitation"]),
      [people.organizer]: ["response"],
    });
    for (const address of everybody) {
      const { mails, events } = world.simulator.mailbox(address);
      expect(mails[0]?.bodyHtml).toContain("The room is flooded.");
      expect(events).toMatchObject([{ isCancelled: true }]);
    }
    expect(world.simulator.mailbox(people.organizer).events).toEqual([]);

    const reader = await session.visit(adele);
    await reader.open("/outlook");
    await outlookPage(reader.page).openNewest(title);
    await reader.page.getByText("This event was canceled.").waitFor();
  });

  function expectEverybodysCalendar(startsAt: string): void {
    for (const address of everybody)
      expect(world.simulator.mailbox(address).events).toMatchObject([
        { subject: title, startsAt, joinUrl },
      ]);
  }
});
