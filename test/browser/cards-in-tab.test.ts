import { openChannel, type TestChannel } from "../harness/channel.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import { openBrowserSession, type BrowserSession } from "./browser-session.ts";
import { lookAtTab } from "./look-at-page.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";
import { member } from "./tab-pages.ts";

describe("cards in the tab", () => {
  let world: World;
  let session: BrowserSession;
  let channel: TestChannel;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("lets a lead choose where the card stands, and take it away again", async () => {
    const idOf = (wanted: string) =>
      world.simulator.world
        .team(channel.id)
        ?.channels.find(({ name }) => name === wanted)?.id ?? "";
    const inMentoring = () =>
      channel.cardsOf("Open house", idOf("Mentoring")).length;
    const committee = idOf("Steering committee");
    world.simulator.addAppToChannel({
      team: channel.id,
      channel: committee,
    });
    await waitFor("the private channel", async () => {
      const { groups } = await world.as(people.lead).me();
      return groups.some((group) =>
        group.channels.some(({ kind }) => kind === "private"),
      );
    });
    const megan = await session.visit(people.lead);
    await megan.open("/app", { subPageId: "events/new" });
    const form = eventForm(megan.app);
    await form.fill({ Title: "Open house", "Start date": "2031-12-21" });
    expect(await form.channel("General").isChecked()).toBe(true);
    expect(await form.channel(/^Steering.*private/).isChecked()).toBe(false);
    expect(await form.letOthersJoin.isChecked()).toBe(true);
    await form.channel("Mentoring").check();
    expect(await lookAtTab(megan, "the channels in the form")).toEqual([]);
    const inviting = await form.review("Send the invitations?");
    await inviting
      .getByText("Cards will be posted in General and Mentoring.")
      .waitFor();
    await inviting.getByRole("button", { name: /^Send/ }).click();

    const event = eventPage(megan.app);
    await event.card("General").getByText("up to date").waitFor();
    await event.card("Mentoring").getByText("up to date").waitFor();
    expect(inMentoring()).toBe(1);
    await event.status("12 people have the invitation.").waitFor();

    await megan.app.getByRole("button", { name: "Edit event" }).click();
    // Who changed nothing is offered nothing to send.
    await megan.app.getByRole("button", { name: "Review and send" }).click();
    const nothing = megan.app.getByRole("dialog", { name: "Nothing to send" });
    await nothing.getByText("Nothing has changed.").waitFor();
    expect(await nothing.getByRole("button").allTextContents()).toEqual([
      "Back to the form",
    ]);
    await nothing.getByRole("button", { name: "Back to the form" }).click();
    await form.channel("Mentoring").uncheck();
    const loss = "The card in Mentoring will be deleted.";
    await megan.app.getByText(loss).waitFor();
    expect(await lookAtTab(megan, "a channel that loses its card")).toEqual([]);
    const changing = await form.review("Send the changes?");
    await changing.getByText("Nobody gets a mail.").waitFor();
    await changing.getByText(loss).waitFor();
    expect(await lookAtTab(megan, "the dialog before a card goes")).toEqual([]);
    await changing.getByRole("button", { name: /^Save/ }).click();
    await event.card("General").getByText("up to date").waitFor();
    expect(await event.card("Mentoring").count()).toBe(0);
    await waitFor("the card to go", () => Promise.resolve(inMentoring() === 0));
    await megan.context.close();
  });

  it("opens the event from its card, and in the channel's own tab", async () => {
    await channel.schedule("Quiet reading");
    const posts = `/teams/${[channel.id, channel.id].map(encodeURIComponent).join("/")}`;
    const adele = await session.visit(member);
    await adele.open(posts);
    await adele.page
      .getByRole("article")
      .filter({ hasText: "Quiet reading" })
      .getByRole("link", { name: "Details" })
      .click();
    await eventPage(adele.app).heading("Quiet reading").waitFor();
    const subPageId = new URL(adele.page.url()).searchParams.get("subPageId");
    const tab = world.simulator.addTab({
      team: channel.id,
      channel: channel.id,
      person: people.lead,
      name: "Events",
      entityId: "events-1",
      contentUrl: `${world.product().url}/?group=all`,
    });
    await adele.open(posts, {
      tab: tab.id,
      subPageId: subPageId ?? "",
    });
    await eventPage(adele.app).heading("Quiet reading").waitFor();
    await adele.context.close();
  });

  it("tells a lead of a card that is gone, and posts it again", async () => {
    const { id } = await channel.schedule("Tea and cake");
    const megan = await session.visit(people.lead);
    const event = eventPage(megan.app);
    await megan.open("/app", { subPageId: `events/${id}` });
    await event.card("General").getByText("up to date").waitFor();
    expect(await lookAtTab(megan, "an event with its card")).toEqual([]);
    world.simulator.deleteMessage({
      conversation: channel.id,
      messageId: channel.cardOf("Tea and cake").id,
    });
    await going(member, id);
    await event.card("General").getByText("deleted the message").waitFor();
    expect(await lookAtTab(megan, "a card that is gone")).toEqual([]);

    const again = event.card("General").getByRole("button");
    await megan.page.route("**/api/events/*/cards", (route) => route.abort());
    await again.click();
    await megan.app.getByText("ERG Events cannot be reached.").waitFor();
    expect(await lookAtTab(megan, "a card that was not posted")).toEqual([]);
    expect(session.takeComplaints()).toEqual([
      expect.stringContaining("net::ERR_FAILED"),
    ]);
    await megan.page.unroute("**/api/events/*/cards");
    await again.click();
    await event.card("General").getByText("up to date").waitFor();
    expect(await again.count()).toBe(0);
    expect(channel.cardsOf("Tea and cake")).toHaveLength(1);
    await megan.context.close();
  });

  it("lets somebody who is not invited join an open event, and stays with their answer", async () => {
    const { id } = await channel.schedule("Open mic", {
      open: true,
      audience: { group: false, addresses: [member] },
    });
    const nestor = await session.visit("NestorW@contoso.com");
    const event = eventPage(nestor.app);
    await nestor.open("/app", { subPageId: `events/${id}` });
    await nestor.app.getByText("You are not invited yet").waitFor();
    expect(await lookAtTab(nestor, "an open event")).toEqual([]);
    await event.answer("Going").click();
    await nestor.app.getByText("You are going.").waitFor();
    await event.status("1 of 2 answered").waitFor();

    await going(member, id);
    await event.status("2 of 2 answered").waitFor();
    await event.status("2 people have the invitation.").waitFor();
    expect(await nestor.app.getByText("You are going.").count()).toBe(1);
    expect(await lookAtTab(nestor, "an event that was joined")).toEqual([]);
    await nestor.context.close();
  });

  async function going(person: string, eventId: string): Promise<void> {
    const stored = await world
      .as(person)
      .send("PUT", `/api/events/${eventId}/response`, { answer: "accepted" });
    expect(stored.status).toBe(200);
  }
});
