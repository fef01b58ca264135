import { addLead } from "../harness/add-lead.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { lookAtTab } from "./look-at-page.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";

const women = "Women at Contoso";
const parents = "Parents and Caregivers";
const pride = "Pride Network";
const title = "Coffee for all of us";
const adele = "AdeleV@contoso.com";
const allan = "AllanD@contoso.com";

/** One event, in order: each part finds it as the one before left it. */
describe("an event of several groups in a browser", () => {
  let world: World;
  let session: BrowserSession;
  let megan: Visitor;
  let eventId = "";

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    const groupId = {
      parents: await world.groupId(parents, "AlexW@contoso.com"),
      pride: await world.groupId(pride, "LeeG@contoso.com"),
      women: await world.groupId(women, people.lead),
    };
    world.simulator.addMember({ team: pride, person: people.lead });
    await waitFor("Megan in the third group", async () =>
      (await world.as(people.lead).me()).groups.some(
        ({ name }) => name === pride,
      ),
    );
    for (const id of [groupId.parents, groupId.pride])
      await addLead(world, { groupId: id, person: people.lead });
    await addLead(world, { groupId: groupId.women, person: adele });
    await world
      .as("LeeG@contoso.com")
      .send("PUT", `/api/groups/${groupId.pride}`, { confidential: true });
    await untilIdle(world);
    megan = await session.visit(people.lead);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const coHosts = () =>
    megan.app.getByRole("group", { name: "Hosted together with" });

  it("is scheduled with the groups that the lead leads, and their channels", async () => {
    await megan.open("/app", { subPageId: "events/new" });
    const { app } = megan;
    const form = eventForm(app);
    await form.fill({
      Title: title,
      "Start date": "2031-12-10",
      "Start time": "12:30",
    });
    await app.getByLabel("Group", { exact: true }).selectOption(women);
    await coHosts()
      .getByRole("checkbox", { name: /^Parents/ })
      .check();
    await form.channel(`General (${parents})`).check();
    const warning = app.getByText("Pride Network is confidential.");
    expect(await warning.count()).toBe(0);
    await coHosts()
      .getByRole("checkbox", { name: /^Pride/ })
      .check();
    await warning.waitFor();
    expect(
      await app
        .getByRole("switch", { name: "Invite people who join later" })
        .isChecked(),
    ).toBe(true);
    expect(await form.letOthersJoin.isChecked()).toBe(false);
    expect(await lookAtTab(megan, "the form with several groups")).toEqual([]);
    await coHosts()
      .getByRole("checkbox", { name: /^Pride/ })
      .uncheck();

    const dialog = await form.review("Send the invitations?");
    await dialog.getByText("18 people will get an invitation.").waitFor();
    await dialog
      .getByText(
        `Cards will be posted in General (${women}) and General (${parents}).`,
      )
      .waitFor();
    await dialog.getByRole("button", { name: "Send 18 invitations" }).click();
    await eventPage(app).status("18 people have the invitation.").waitFor();
    await app.getByText(`${women} and ${parents}`).first().waitFor();
    eventId = (await world.as(people.lead).events()).events[0]?.id ?? "";
  });

  it("says who was invited by themselves, as it happens", async () => {
    const page = eventPage(megan.app);
    world.simulator.addMember({ team: parents, person: allan });
    await megan.app
      .getByRole("list", { name: "Invited later, by themselves" })
      .getByText(`1 person who joined ${parents} was invited`)
      .waitFor();
    await page.attendee("Allan Deyoung").waitFor();
    await page.status("19 people have the invitation.").waitFor();
    await page.card(`General (${parents})`).waitFor();
    expect(await lookAtTab(megan, "an event of several groups")).toEqual([]);
  });

  it("is in the list of each group, with all of them", async () => {
    const visitor = await session.visit(allan);
    await visitor.open("/app");
    await visitor.app.getByRole("link", { name: title }).waitFor();
    await visitor.app.getByText(`${women} and ${parents}`).waitFor();
    await visitor.context.close();
  });

  it("can be edited by leads of a group that hosts it, too", async () => {
    const visitor = await session.visit("AlexW@contoso.com");
    await visitor.open("/app", { subPageId: `events/${eventId}/edit` });
    const { app } = visitor;
    expect(
      await app
        .getByRole("checkbox", { name: `Everyone in ${women}` })
        .isChecked(),
    ).toBe(true);
    const hosts = app.getByRole("group", { name: "Hosted together with" });
    expect(await hosts.getByRole("checkbox").count()).toBe(1);
    expect(
      await hosts.getByRole("checkbox", { name: /^Parents/ }).isChecked(),
    ).toBe(true);
    expect(await eventForm(app).channel(`General (${women})`).isChecked()).toBe(
      true,
    );
    await eventForm(app).fill({ Location: "Room 9" });
    const dialog = await eventForm(app).review("Send the changes?");
    await dialog.getByRole("button", { name: /^Send 19 updates/ }).click();
    await eventPage(app).heading(title).waitFor();
    await visitor.context.close();
    await waitFor("the change", async () => {
      const event = await world.as(people.lead).event(eventId);
      return event.status === "scheduled" && event.location === "Room 9";
    });
  });

  it("shows leads no names when a confidential group comes to host it, and says why", async () => {
    await megan.open("/app", { subPageId: `events/${eventId}/edit` });
    await coHosts()
      .getByRole("checkbox", { name: /^Parents/ })
      .uncheck();
    await coHosts()
      .getByRole("checkbox", { name: /^Pride/ })
      .check();
    const dialog = await eventForm(megan.app).review("Send the changes?");
    await dialog
      .getByText(`The card in General (${parents}) will be deleted.`)
      .waitFor();
    await dialog.getByRole("button", { name: /^Send \d+/ }).click();
    await eventPage(megan.app).heading(title).waitFor();

    const visitor = await session.visit(adele);
    await visitor.open("/app", { subPageId: `events/${eventId}` });
    await visitor.app
      .getByText("only those who lead it see who is invited")
      .waitFor();
    await eventPage(visitor.app)
      .status(/^0 of \d+ answered$/)
      .waitFor();
    const { app } = visitor;
    expect(await app.getByRole("button", { name: "Edit event" }).count()).toBe(
      0,
    );
    expect(await lookAtTab(visitor, "an event without names")).toEqual([]);
    await app.getByRole("button", { name: "Cancel event" }).click();
    await app
      .getByRole("dialog")
      .getByText(/people will get a cancellation/)
      .waitFor();
    await visitor.context.close();
  });
});
