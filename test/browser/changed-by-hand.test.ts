import {
  scheduleHandled,
  type HandledEvent,
} from "../harness/outlook-by-hand.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { lookAtTab } from "./look-at-page.ts";
import { eventPage } from "./pages/event-page.ts";
import { outlookPage } from "./pages/outlook-page.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const title = "Lunch and learn";

/** One story, told in order. */
describe("an event that somebody changes in Outlook by hand", () => {
  let world: World;
  let session: BrowserSession;
  let event: HandledEvent;
  let megan: Visitor;
  /** The service account's own Outlook, with the event open. */
  let ergs: Visitor;
  beforeAll(async () => {
    world = await openWorld({ changesByHand: true });
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    event = await scheduleHandled(world, {
      groupId,
      title,
      addresses: [adele, diego],
    });
    megan = await session.visit(people.lead);
    await megan.open("/app", { subPageId: `events/${event.id}` });
    await eventPage(megan.app).heading(title).waitFor();
    ergs = await session.visit(people.organizer);
    await ergs.open("/outlook");
    await outlookPage(ergs.page).openEvent(title);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const choose = (label: string) =>
    megan.app.getByRole("button", { name: label, exact: true }).click();
  const dialog = (name: string) => megan.app.getByRole("dialog", { name });

  it("tells its lead at once what is said there and here, readable for everybody", async () => {
    await outlookPage(ergs.page).edit({
      Title: "Dinner",
      Start: "2031-12-03T18:00",
      End: "2031-12-03T20:00",
      Location: "The pub",
    });
    await megan.app
      .getByText("Somebody changed this event in Outlook.")
      .waitFor();
    for (const sentence of [
      "Its title there is now “Dinner”; here it is “Lunch and learn”.",
      /^The time there is now Wednesday, 3 December 2031/,
      "The place there is now “The pub”; here it is “Room 4”.",
    ])
      await megan.app
        .getByRole("listitem")
        .filter({ hasText: sentence })
        .waitFor();
    expect(await lookAtTab(megan, "an event changed in Outlook")).toEqual([]);

    const member = await session.visit(adele);
    await member.open("/app", { subPageId: `events/${event.id}` });
    await eventPage(member.app).heading(title).waitFor();
    expect(
      await member.app.getByText("Somebody changed this event").count(),
    ).toBe(0);
    await member.context.close();
  });

  it("tells in the form that sending it restores the lead's version", async () => {
    await choose("Edit event");
    await megan.app
      .getByText("When you send this form, Outlook shows your version again.")
      .waitFor();
    expect(await lookAtTab(megan, "the form of a changed event")).toEqual([]);
    await choose("Go to the event");
    await eventPage(megan.app).heading(title).waitFor();
  });

  it("is kept as it is there, which mails nobody", async () => {
    await choose("Keep Outlook's version");
    const asked = dialog("Keep Outlook's version?");
    await asked.getByText("Nobody gets a mail.").waitFor();
    await asked
      .getByText("Answers to the earlier time do not count any more.")
      .waitFor();
    expect(await lookAtTab(megan, "keeping what Outlook says")).toEqual([]);
    await asked.getByRole("button", { name: "Keep Outlook's version" }).click();
    await eventPage(megan.app).heading("Dinner").waitFor();
    await megan.app
      .getByText("Somebody changed this event in Outlook.")
      .waitFor({ state: "detached" });
    expect(event.mails()).toEqual({
      [adele]: ["update", "invitation"],
      [diego]: ["update", "invitation"],
    });
  });

  it("is restored with as many mails as the button says", async () => {
    await outlookPage(ergs.page).edit({ Location: "Another pub" });
    await choose("Restore your version");
    const asked = dialog("Restore your version?");
    await asked
      .getByText(
        "2 people will get an update, because you put your version back.",
      )
      .waitFor();
    await asked
      .getByRole("button", { name: "Restore and send 2 updates" })
      .click();
    await megan.app
      .getByText("Somebody changed this event in Outlook.")
      .waitFor({ state: "detached" });
    await ergs.page.getByText("The pub", { exact: true }).waitFor();
  });

  it("shows who was added and who was removed there, and lets the lead leave them out", async () => {
    await outlookPage(ergs.page).edit({
      "Add people": "emilyb@contoso.com",
      "Remove people": diego,
    });
    const { attendee } = eventPage(megan.app);
    await attendee("Emily Braun")
      .filter({ hasText: "Added in Outlook" })
      .waitFor();
    const removed = attendee("Diego Siciliani");
    await removed.filter({ hasText: "Removed in Outlook" }).waitFor();
    expect(await lookAtTab(megan, "people changed in Outlook")).toEqual([]);
    await removed
      .getByRole("button", { name: "Leave out: Diego Siciliani" })
      .click();
    await removed.waitFor({ state: "detached" });
    expect(event.mails()[diego]?.[0]).toBe("cancellation");
  });

  it("is deleted there and sent again from here", async () => {
    await outlookPage(ergs.page).cancel.click();
    await megan.app
      .getByText("Somebody deleted this event from the calendar.")
      .waitFor();
    await eventPage(megan.app)
      .status("This event is not on the calendar any more.")
      .waitFor();
    await choose("Edit event");
    await megan.app.getByText("until then it cannot be changed").waitFor();
    await choose("Go to the event");
    await choose("Send it again");
    const asked = dialog("Send this event again?");
    await asked.getByText("2 people will get a new invitation.").waitFor();
    expect(await lookAtTab(megan, "sending an event again")).toEqual([]);
    await asked.getByRole("button", { name: "Send 2 invitations" }).click();
    await megan.app
      .getByText("Somebody deleted this event from the calendar.")
      .waitFor({ state: "detached" });
    await eventPage(megan.app)
      .status("Scheduled. 2 people have the invitation.")
      .waitFor();
  });
});
