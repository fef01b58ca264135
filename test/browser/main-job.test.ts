import type { Page } from "playwright-core";
import { openChannel, type TestChannel } from "../harness/channel.ts";
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
import { closedGate } from "../harness/gate.ts";
import {
  channelPath,
  conversationPage,
  eventCardIn,
} from "./pages/channel-page.ts";
import { pasteFromWord, wordInEditor, writeMenu } from "./edit-description.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";
import { outlookPage } from "./pages/outlook-page.ts";
import { settingsPage, signInPages } from "./pages/settings-page.ts";

const title = "Lunch and learn";
const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const emily = "EmilyB@contoso.com";

/** The tally on the card while nobody has answered anything but "Going". */
function tallySentence(going: number): string {
  return `${going} going · 0 maybe · 0 can’t go · ${12 - going} of 12 not answered`;
}

const threeGoing = "3 going, 0 maybe, 0 can't go, 9 not answered, of 12";

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
  let channel: TestChannel;
  let megan: Visitor;
  /** Has the General channel open all the time. */
  let inChannel: Visitor;
  let everybody: string[];
  let joinUrl = "";

  beforeAll(async () => {
    world = await openWorld({
      simulator: { intercept: invitations.intercept },
      environment: { SEND_HOLD_SECONDS: "5" },
    });
    session = await openBrowserSession(world.simulator.pagesUrl);
    channel = await openChannel(world);
    everybody = membersOf(world, "Women at Contoso");
    megan = await session.visit(people.lead);
    inChannel = await session.visit(emily);
  });
  afterAll(async () => {
    invitations.open();
    await session.close();
    await world.close();
  });
  afterEach(async () => {
    expect(session.takeComplaints()).toEqual([]);
    const { cardWarnings } = conversationPage(inChannel.page);
    expect(await cardWarnings.count()).toBe(0);
  });

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
    await signIn.signedIn.waitFor();
    await closed;
    await settings.confirm("Contoso ERGs (ergs@contoso.com)");

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
    expect(await pasteFromWord(form.description)).toBe(wordInEditor);
    await form.fill({
      Title: title,
      Description: "Bring your lunch.\n\nAnd a friend.",
      Location: "Room 4",
    });
    // Nothing is taken over before the lead says so.
    await form.inWords.pressSequentially("1.12.2031 12 Uhr");
    await megan.app.getByText(/^Understood: Mon, 1 Dec 2031, 12:00/).waitFor();
    expect(await form.startTime.inputValue()).not.toBe("12:00");
    await form.inWords.press("Enter");
    await megan.app.getByText(/^Taken over: Mon, 1 Dec 2031, 12:00/).waitFor();
    expect(await form.startTime.inputValue()).toBe("12:00");
    expect(await form.inWords.inputValue()).toBe("");
    await writeMenu(form.description);
    expect(await form.channel("General").isChecked()).toBe(true);
    const dialog = await form.review("Send the invitations?");
    await dialog.getByText("12 people will get an invitation.").waitFor();
    await dialog.getByText("A card will be posted in General.").waitFor();
    const send = { name: "Send 12 invitations" };
    await dialog.getByRole("button", send).click();
    await event.heading(title).waitFor();
    await event.stop.click();
    await megan.app.getByText("Nothing was sent.").waitFor();
    expect(await everybodysMails(world)).toEqual({});
    await form.description.getByRole("listitem").nth(1).waitFor();
    const again = await form.review("Send the invitations?");
    await again.getByRole("button", send).click();

    await event.heading(title).waitFor();
    const item = megan.app.getByRole("listitem").filter({ hasText: "Soup" });
    await item.getByRole("strong").waitFor();
    await event.status(/^The event is sent in/).waitFor();
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

  it("posts the event's card in the group's channel", async () => {
    await eventPage(megan.app)
      .card("General")
      .getByText("up to date")
      .waitFor();
    await inChannel.open(channelPath(world, "Women at Contoso", "General"));
    const card = cardInChannel();
    await card.text("Monday, 1 December 2031, 12:00 – 13:00").waitFor();
    await card.text("Or at Room 4").waitFor();
    await card.text("• Soup").waitFor();
    await card.text(tallySentence(0)).waitFor();
    await card.text("You have not answered yet.").waitFor();
    await card.joinLink.waitFor();
    expectCardLeadsToMeeting();
  });

  it("counts an answer from Outlook and one from the card, which leads on to Outlook", async () => {
    const event = eventPage(megan.app);
    await megan.app.locator(":root").evaluate((root: HTMLElement) => {
      root.dataset["opened"] = "once";
    });
    const inOutlook = await session.visit(adele);
    await inOutlook.open("/outlook");
    await acceptInOutlook(inOutlook.page);
    await event
      .attendee("Adele Vance")
      .filter({ hasText: "Going" })
      .filter({ hasText: "in Outlook" })
      .waitFor();

    const card = cardInChannel();
    await card.text(tallySentence(1)).waitFor();
    await card.answer("Going").click();
    await card.text("Your answer: going.").waitFor();
    await card.text("Outlook does not know this answer.").waitFor();
    await card.text(tallySentence(2)).waitFor();
    await event
      .attendee("Emily Braun")
      .filter({ hasText: "Going" })
      .filter({ hasText: "on the card" })
      .waitFor();
    // Outlook tells the organizer of an answer by mail; the card mails nobody.
    expect(await everybodysMails(world)).toEqual({
      ...sameMailsFor(everybody, ["invitation"]),
      [people.organizer]: ["response"],
    });

    const opening = inChannel.context.waitForEvent("page");
    await card.answerInOutlook.click();
    const opened = await opening;
    await acceptInOutlook(opened);
    await event
      .attendee("Emily Braun")
      .filter({ hasText: "in Outlook" })
      .waitFor();
    await opened.close();
    await inOutlook.context.close();
  });

  it("counts an answer from the tab, too, and shows three on every open page", async () => {
    const inTab = await session.visit(diego);
    await inTab.open("/app");
    await inTab.app.getByRole("link", { name: title }).click();
    await eventPage(inTab.app).answer("Going").click();
    await inTab.app.getByText("You are going.").waitFor();
    expect(
      await eventPage(inTab.app).answerInOutlook.getAttribute("href"),
    ).toMatch(/\/calendar\/view\/day\/2031\/12\/1$/);
    const opening = inTab.context.waitForEvent("page");
    await eventPage(inTab.app).answerInOutlook.click();
    const opened = await opening;
    await opened.getByRole("article").getByText(title).first().waitFor();
    expect(await opened.title()).toMatch(/^Outlook of Diego Siciliani/);
    await opened.close();
    expect(
      await inTab.app.getByRole("table", { name: "Attendees" }).count(),
    ).toBe(0);

    const event = eventPage(megan.app);
    for (const { app } of [megan, inTab])
      await eventPage(app).status(threeGoing).waitFor();
    await waitFor("the chart", async () => {
      const { inRing, legend } = await event.chartNumbers();
      expect(inRing).toMatch(/^3\s+going$/);
      expect(legend).toEqual([
        "3 Going",
        "0 Maybe",
        "0 Can't go",
        "9 Not answered",
      ]);
      return true;
    });
    await event
      .attendee("Diego Siciliani")
      .filter({ hasText: "Going" })
      .filter({ hasText: "in Teams" })
      .waitFor();
    expect(await megan.app.locator(":root").getAttribute("data-opened")).toBe(
      "once",
    );
    const card = cardInChannel();
    await card.text(tallySentence(3)).waitFor();
    await card.text("Your answer: going.").waitFor();
    // By now it is answered there, too.
    await card.answerInOutlook.waitFor({ state: "detached" });
    expect(await everybodysMails(world)).toEqual({
      ...sameMailsFor(everybody, ["invitation"]),
      [people.organizer]: ["response", "response"],
    });
    await inTab.context.close();
  });

  it("is counted alike by the organizer's Outlook once everybody has answered there, too", async () => {
    const organizer = await session.visit(people.organizer);
    const outlook = outlookPage(organizer.page);
    await organizer.open("/outlook");
    await outlook.openEvent(title);
    // Nobody but attendees can tell Outlook their answers: two have.
    await outlook
      .tracking("2 accepted, 0 tentative, 0 declined, 10 have not answered")
      .waitFor();

    const colleague = await session.visit(diego);
    await colleague.open("/app");
    await colleague.app.getByRole("link", { name: title }).click();
    const ownPage = eventPage(colleague.app);
    await ownPage.answerInOutlook.waitFor();
    const reader = await session.visit(diego);
    await reader.open("/outlook");
    await acceptInOutlook(reader.page);
    await reader.context.close();
    // The open page hears of it.
    await ownPage.answerInOutlook.waitFor({ state: "detached" });
    await outlook
      .tracking("3 accepted, 0 tentative, 0 declined, 9 have not answered")
      .waitFor();
    const event = eventPage(megan.app);
    await event
      .attendee("Diego Siciliani")
      .filter({ hasText: "in Outlook" })
      .waitFor();
    expect(await everybodysMails(world)).toEqual({
      ...sameMailsFor(everybody, ["invitation"]),
      [people.organizer]: ["response", "response", "response"],
    });

    // Who answers twice is still counted once, on every copy of the card.
    await event.status(threeGoing).waitFor();
    await colleague.open(channelPath(world, "Women at Contoso", "General"));
    for (const { page } of [inChannel, colleague]) {
      const copy = cardIn(page);
      await copy.text("Your answer: going.").waitFor();
      await copy.text(tallySentence(3)).waitFor();
      expect(await copy.answerInOutlook.count()).toBe(0);
    }
    await organizer.context.close();
    await colleague.context.close();
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
    await dialog.getByText(/^Before: Mon,? 1 Dec 2031, 12:00/).waitFor();
    await dialog.getByText(/^Now: Tue,? 2 Dec 2031, 12:00/).waitFor();
    await dialog.getByRole("button", { name: "Send 12 updates" }).click();

    await event.status("Scheduled. 12 people have the invitation.").waitFor();
    await event
      .status("0 going, 0 maybe, 0 can't go, 12 not answered, of 12")
      .waitFor();
    expect(await event.joinLink.getAttribute("href")).toBe(joinUrl);
    const card = cardInChannel();
    await card.text("Tuesday, 2 December 2031, 12:00 – 13:00").waitFor();
    await card.text(/The time has changed/).waitFor();
    await card
      .text(/You had (accepted|declined|answered “maybe” to) the earlier time/)
      .waitFor();
    await card.text(tallySentence(0)).waitFor();
    await card.joinLink.waitFor();
    expectCardLeadsToMeeting();
    expect(await everybodysMails(world)).toEqual({
      ...sameMailsFor(everybody, ["update", "invitation"]),
      [people.organizer]: ["response", "response", "response"],
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
    const card = cardInChannel();
    await card.text("Cancelled event").waitFor();
    await card.text("The room is flooded.").waitFor();
    await card.details.waitFor();
    expect(await card.buttons.count()).toBe(0);
    expect(await card.joinLink.count()).toBe(0);
    expect(await everybodysMails(world)).toEqual({
      ...sameMailsFor(everybody, ["cancellation", "update", "invitation"]),
      [people.organizer]: ["response", "response", "response"],
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

  const cardIn = (page: Page) => eventCardIn(conversationPage(page), title);

  function cardInChannel() {
    return cardIn(inChannel.page);
  }

  async function acceptInOutlook(page: Page): Promise<void> {
    const outlook = outlookPage(page);
    await outlook.openNewest(title);
    await outlook.answer("Accept");
    await outlook.mail.getByText("You accepted.").waitFor();
  }

  /** Where a button leads cannot be seen on it. */
  function expectCardLeadsToMeeting(): void {
    const { cards } = channel.cardOf(title);
    expect(JSON.stringify(cards)).toContain(JSON.stringify(joinUrl));
  }

  function expectEverybodysCalendar(startsAt: string): void {
    for (const address of everybody)
      expect(world.simulator.mailbox(address).events).toMatchObject([
        { subject: title, startsAt, joinUrl },
      ]);
  }
});
