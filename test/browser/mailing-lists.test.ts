import pg from "pg";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { lookAtTab } from "./look-at-page.ts";
import {
  channelPath,
  conversationPage,
  eventCardIn,
} from "./pages/channel-page.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";

const title = "Speaking up in meetings";
const list = "marketing@contoso.com";
/** On that list. */
const alex = "AlexW@contoso.com";
/** On that list and invited by name. */
const miriam = "MiriamG@contoso.com";

/** One event, in order: each part finds it as the one before left it. */
describe("mailing lists in a browser", () => {
  let world: World;
  let session: BrowserSession;
  let channel: TestChannel;
  let megan: Visitor;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    channel = await openChannel(world);
    megan = await session.visit(people.lead);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const eventId = async () =>
    (await world.as(people.lead).events()).events[0]?.id ?? "";
  const openEvent = async (visitor: Visitor) =>
    visitor.open("/app", { subPageId: `events/${await eventId()}` });

  it("are marked in the form, with about how many people they reach", async () => {
    await megan.open("/app", { subPageId: "events/new" });
    const { app } = megan;
    const form = eventForm(app);
    await form.fill({
      Title: title,
      "Start date": "2031-12-10",
      "Start time": "12:30",
      "Other people": `${list}, ${miriam},`,
    });
    await app.getByRole("checkbox", { name: /^Everyone in/ }).uncheck();
    await form.letOthersJoin.uncheck();
    await form.markList(list, "");
    await app.getByRole("button", { name: "Review and send" }).click();
    await app.getByText("Say about how many people").waitFor();
    expect(
      await form
        .list(list)
        .getByRole("spinbutton")
        .evaluate((input) => input === document.activeElement),
    ).toBe(true);
    expect(await lookAtTab(megan, "the form with a list")).toEqual([]);

    await form.list(list).getByRole("spinbutton").fill("1200");
    const dialog = await form.review("Send the invitations?");
    await dialog
      .getByText(
        "1 person and 1 mailing list (about 1,200 people) will get an invitation.",
      )
      .waitFor();
    await dialog.getByRole("button", { name: "Send 2 invitations" }).click();
    await eventPage(app)
      .status(
        "Scheduled. 1 person and 1 mailing list (about 1,200 people) have the invitation.",
      )
      .waitFor();
  });

  it("are told as what is known: who answered, of how many", async () => {
    const event = eventPage(megan.app);
    await event
      .status(
        "0 going, 0 maybe, 0 can't go, of 1 person and a list of about 1,200. 1 of those invited by name has not answered.",
      )
      .waitFor();
    await event.answers
      .getByText("Outlook has not reported answers of people on a mailing list")
      .waitFor();
    for (const [person, response] of [
      [alex, "accepted"],
      [miriam, "declined"],
    ] as const)
      world.simulator.respond({ person, subject: title, response });
    await event
      .status(
        "1 going, 0 maybe, 1 can't go, of 1 person and a list of about 1,200. Everybody invited by name has answered.",
      )
      .waitFor();
    await event
      .attendee("Alex Wilber")
      .filter({ hasText: "Came by a list or a forwarded invitation" })
      .waitFor();
    await event
      .attendee(list)
      .filter({ hasText: "About 1,200 people" })
      .filter({ hasText: "Mailing list" })
      .waitFor();
    expect(await event.attendee("Miriam Graham").innerText()).not.toContain(
      "Came by",
    );
    await event.answers.locator("svg path").first().waitFor();
    expect(await event.answers.innerText()).toMatch(
      /0\s+Not answered \(by name\)/,
    );
    expect(await lookAtTab(megan, "an event with a list")).toEqual([]);
    await megan.open("/app");
    await megan.app
      .getByText("1 going, of 1 person and a list of about 1,200")
      .waitFor();
  });

  it("are told on the card, and somebody who may be on one is sent to Outlook", async () => {
    await channel.shows(title, "of 1 person and a list of about 1,200");
    const lidia = await session.visit("LidiaH@contoso.com");
    await lidia.open(channelPath(world, "Women at Contoso", "General"));
    const card = eventCardIn(conversationPage(lidia.page), title);
    await card.text("of 1 person and a list of about 1,200").waitFor();
    expect(await conversationPage(lidia.page).cardWarnings.count()).toBe(0);

    await openEvent(lidia);
    await lidia.app
      .getByText(
        "If you got the invitation by a mailing list, answer it in Outlook.",
      )
      .waitFor();
    expect(
      await lookAtTab(lidia, "an event with a list as somebody else"),
    ).toEqual([]);
    await lidia.context.close();

    // Outlook has told of him: he can change his answer here.
    const member = await session.visit(alex);
    await openEvent(member);
    await eventPage(member.app).answer("Maybe").click();
    await eventPage(member.app)
      .status("0 going, 1 maybe, 1 can't go")
      .waitFor();
    expect(
      await member.app.getByText("by a mailing list, answer it").count(),
    ).toBe(0);
    await member.context.close();
  });

  it("are warned of where so many have answered that Outlook may have stopped recording", async () => {
    await openEvent(megan);
    const { answers } = eventPage(megan.app);
    const note = answers.getByText("Outlook is said to stop recording");
    await answers.getByText("are counted when Outlook reports").waitFor();
    expect(await note.count()).toBe(0);
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    await client.query(
      `insert into attendees (id, event_id, address, display_name, source, outlook_state, invited_at, answer, answered_at, answered_in)
       select gen_random_uuid(), $1, 'many' || n || '@contoso.com', 'Many ' || n, 'outlook', 'unseen', now(), 'accepted', now(), 'outlook'
       from generate_series(1, 349) n`,
      [await eventId()],
    );
    await openEvent(megan);
    await note.waitFor();
    await client.query("delete from attendees where address like 'many%'");
    await client.end();
  });

  it("are unmarked without a mail", async () => {
    await openEvent(megan);
    await megan.app.getByRole("button", { name: "Edit event" }).click();
    const form = eventForm(megan.app);
    expect(await form.list(list).getByRole("spinbutton").inputValue()).toBe(
      "1200",
    );
    await form
      .list(list)
      .getByRole("button", { name: "Not a mailing list" })
      .click();
    const dialog = await form.review("Send the changes?");
    await dialog.getByText("Nobody gets a mail.").waitFor();
    await dialog.getByRole("button", { name: "Save without sending" }).click();
    await eventPage(megan.app)
      .status("0 going, 1 maybe, 1 can't go, 1 not answered, of 3")
      .waitFor();
  });
});
