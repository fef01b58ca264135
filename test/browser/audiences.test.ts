import { openChannel, type TestChannel } from "../harness/channel.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press, typeInto } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";
import { audiencesPage } from "./pages/audiences-page.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";

const everybody = "All employees (about 48,000 people, one mail)";

/** In order: each part finds the organization as the one before left it. */
describe("audiences in a browser", () => {
  let world: World;
  let session: BrowserSession;
  let channel: TestChannel;
  let isaiah: Visitor;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    channel = await openChannel(world);
    isaiah = await session.visit(people.admin);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("are a page of the settings on which an admin names mailing lists, by keyboard", async () => {
    const { app, page } = isaiah;
    const audiences = audiencesPage(app);
    await isaiah.open("/app", { subPageId: "settings" });
    await press(page, app.getByRole("link", { name: "Audiences" }));
    await audiences.count("No mailing list is named yet.").waitFor();
    expect(await lookAtTab(isaiah, "audiences before any list")).toEqual([]);

    await press(page, audiences.add);
    const dialog = audiences.dialog("Add a mailing list");
    await press(page, dialog.getByRole("button", { name: "Save" }));
    await dialog.getByText("Give the mailing list a name.").waitFor();
    expect(await audiences.focused()).toBe("list-name");
    expect(await lookAtTab(isaiah, "a list with mistakes")).toEqual([]);

    await typeInto(page, dialog.getByLabel("Name"), "All employees");
    await typeInto(page, dialog.getByLabel("Address"), "All@contoso.com");
    await typeInto(page, dialog.getByLabel(/^About how many/), "48000");
    await press(page, dialog.getByRole("button", { name: "Save" }));
    await audiences.count("Leads can choose one mailing list.").waitFor();
    expect(await audiences.focused()).toBe(
      "Leads can choose one mailing list.",
    );
    await audiences
      .list(everybody)
      .filter({ hasText: "all@contoso.com" })
      .filter({ hasText: "make sure in Exchange" })
      .filter({ hasText: "Isaiah Langer" })
      .waitFor();
  });

  it("say in the dialog what the backend refuses, and take a change", async () => {
    const { app } = isaiah;
    const audiences = audiencesPage(app);
    await audiences.add.click();
    const dialog = audiences.dialog("Add a mailing list");
    await dialog.getByLabel("Name").fill("Women at Contoso");
    await dialog.getByLabel("Address").fill("ALL@contoso.com");
    await dialog.getByLabel(/^About how many/).fill("12");
    await dialog.getByRole("radio", { name: /^A Microsoft 365/ }).check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("all@contoso.com is named already.").waitFor();
    session.takeComplaints();
    await dialog.getByLabel("Address").fill("womenatcontoso@contoso.com");
    await dialog.getByRole("button", { name: "Save" }).click();
    await audiences.count("Leads can choose 2 mailing lists.").waitFor();
    await audiences
      .list("Women at Contoso")
      .getByRole("button", { name: "Change Women at Contoso" })
      .click();
    const changing = audiences.dialog("Change Women at Contoso");
    await changing.getByLabel("Name").fill("Women at Contoso (team)");
    await changing.getByRole("button", { name: "Save" }).click();
    await audiences
      .list("Women at Contoso (team)")
      .filter({ hasText: "only members who subscribe to it" })
      .waitFor();
    expect(await lookAtTab(isaiah, "audiences with lists")).toEqual([]);
  });

  it("have rules, which are saved together and refused at their field", async () => {
    const { app } = isaiah;
    const audiences = audiencesPage(app);
    await audiences.domains.fill("contoso.com, fabrikam");
    await audiences.save.click();
    await app.getByText("“fabrikam”: This is not a mail domain.").waitFor();
    expect(await audiences.focused()).toBe("rules-domains");
    expect(await lookAtTab(isaiah, "audiences with a mistake")).toEqual([]);
    await audiences.domains.fill("contoso.com");
    await app.getByLabel("People in one Teams meeting").fill("1000");
    await audiences.save.click();
    await audiences.saved.waitFor();
    await audiences.domains.fill("contoso.com, brand.example");
    expect(await audiences.saved.count()).toBe(0);
    await audiences.save.click();
    await audiences.saved.waitFor();
    await isaiah.open("/app", { subPageId: "settings/audiences" });
    await audiences.domains.waitFor();
    expect(await audiences.domains.inputValue()).toBe(
      "contoso.com, brand.example",
    );
  });

  it("load anew what another admin changed meanwhile", async () => {
    const { app } = isaiah;
    const audiences = audiencesPage(app);
    const changed = await world.as(people.admin).send(
      "PUT",
      "/api/audience-settings",
      {
        ownDomains: ["contoso.com"],
        externalPolicy: "warn",
        meetingCapacity: 250,
        smallestBreakdown: 5,
      },
      { "If-Match": '"3"' },
    );
    expect(changed.status).toBe(200);
    await audiences.domains.fill("contoso.com, other.example");
    await audiences.save.click();
    await app.getByText("Somebody else changed these settings").waitFor();
    session.takeComplaints();
    await app.getByRole("button", { name: "Load the newest" }).click();
    await app
      .getByText("Somebody else changed these settings")
      .waitFor({ state: "detached" });
    expect(await audiences.domains.inputValue()).toBe("contoso.com");
  });

  it("are chosen by leads by name, who read what to look at before they send", async () => {
    const megan = await session.visit(people.lead);
    const { app } = megan;
    const form = eventForm(app);
    await megan.open("/app", { subPageId: "events/new" });
    await form.fill({
      Title: "Town hall",
      "Start date": "2031-12-10",
      "Start time": "12:30",
      "Other people": "ada@fabrikam.com,",
    });
    await app.getByRole("checkbox", { name: /^Everyone in/ }).uncheck();
    await form.namedList(everybody).check();
    await form.namedList(/^Women at Contoso \(team\)/).check();
    // What is a choice of its own stands nowhere else.
    expect(await app.getByText("all@contoso.com").count()).toBe(0);
    expect(await lookAtTab(megan, "the form with named lists")).toEqual([]);
    const dialog = await form.review("Send the invitations?");
    await dialog
      .getByText(
        "1 person, All employees (about 48,000 people, one mail) and Women at Contoso (team) (about 12 people, one mail) will get an invitation.",
      )
      .waitFor();
    await dialog
      .getByText(
        "1 person outside your company gets an invitation: ada@fabrikam.com.",
      )
      .waitFor();
    await dialog
      .getByText("Women at Contoso (team) is a Microsoft 365 group")
      .waitFor();
    expect(await lookAtTab(megan, "the dialog before inviting many")).toEqual(
      [],
    );
    await dialog.getByRole("button", { name: "Back to the form" }).click();
    await form.namedList(/^Women at Contoso \(team\)/).uncheck();
    const again = await form.review("Send the invitations?");
    await again.getByRole("button", { name: "Send 2 invitations" }).click();
    const event = eventPage(app);
    await event
      .status(
        "Scheduled. 1 person and All employees (about 48,000 people) have the invitation.",
      )
      .waitFor();
    await event
      .attendee("All employees")
      .filter({ hasText: "About 48,000 people" })
      .waitFor();
    await channel.shows(
      "Town hall",
      "of 1 person and All employees (about 48,000)",
    );

    await app.getByRole("button", { name: "Edit event" }).click();
    await form.namedList(everybody).waitFor();
    expect(await form.namedList(everybody).isChecked()).toBe(true);
    expect(await form.list("all@contoso.com").count()).toBe(0);
    await megan.context.close();
  });

  it("are refused at the field of other people where an admin says so", async () => {
    const { app } = isaiah;
    const audiences = audiencesPage(app);
    await app.getByRole("radio", { name: /^Refuse addresses/ }).check();
    await audiences.save.click();
    await audiences.saved.waitFor();
    const megan = await session.visit(people.lead);
    await megan.open("/app", { subPageId: "events/new" });
    await eventForm(megan.app).fill({
      Title: "With Ada",
      "Start date": "2031-12-10",
      "Other people": "ada@fabrikam.com,",
    });
    await megan.app.getByRole("button", { name: "Review and send" }).click();
    await megan.app
      .getByText("does not let people outside it be invited: ada@fabrikam.com")
      .waitFor();
    session.takeComplaints();
    expect(await lookAtTab(megan, "the form with a refusal")).toEqual([]);
    await megan.context.close();
  });

  it("lose a mailing list only after a question, and say that events keep it", async () => {
    const { app } = isaiah;
    const audiences = audiencesPage(app);
    await app.getByRole("button", { name: "Remove All employees" }).click();
    const dialog = audiences.dialog("Remove All employees?");
    await dialog.getByText("Events that it is invited to keep it").waitFor();
    expect(await lookAtTab(isaiah, "before a list is removed")).toEqual([]);
    await dialog.getByRole("button", { name: "Remove" }).click();
    await audiences.count("Leads can choose one mailing list.").waitFor();
    expect(await audiences.focused()).toBe(
      "Leads can choose one mailing list.",
    );

    const megan = await session.visit(people.lead);
    await megan.open("/app", {
      subPageId: `events/${(await world.as(people.lead).events()).events[0]?.id}/edit`,
    });
    const list = eventForm(megan.app).list("all@contoso.com");
    expect(await list.getByRole("spinbutton").inputValue()).toBe("48000");
    await megan.context.close();
  });
});
