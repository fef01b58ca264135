import type { EventDetail } from "../../bot/contract/events.ts";
import type { Me } from "../../bot/contract/me.ts";
import { addLead } from "../harness/add-lead.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";
import { channelPath, channelTabs } from "./pages/channel-tabs.ts";
import { confidentialLead, goInTab, member } from "./tab-pages.ts";

/** Leads Women at Contoso, and Pride Network, which is confidential. */
const inBoth = "JoniS@contoso.com";

/** In order: each part finds the channel as the one before left it. */
describe("a channel's tab", () => {
  let world: World;
  let session: BrowserSession;
  let general: string;
  let women: string;
  let pride: string;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    general = channelPath(team("Women at Contoso"));
    women = await world.groupId("Women at Contoso", people.lead);
    const created = await world
      .as(people.lead)
      .send<EventDetail>("POST", "/api/events", lunch(women, {}));
    expect(created.status).toBe(201);
    pride = await world.groupId("Pride Network", confidentialLead);
    const hidden = await world
      .as(confidentialLead)
      .send("PUT", `/api/groups/${pride}`, { confidential: true });
    expect(hidden.status).toBe(200);
    for (const groupId of [women, pride])
      await addLead(world, { groupId, person: inBoth });
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("is set up by whoever adds it, with the team's group chosen beforehand, by the keyboard alone", async () => {
    const megan = await session.visit(people.lead);
    const tabs = channelTabs(megan);
    await megan.open(general);
    await press(megan.page, tabs.add);
    await tabs.settings.getByText("it gives nothing away").waitFor();
    expect(await tabs.chosenGroup()).toBe("Women at Contoso");
    expect(await tabs.settings.getByRole("link").count()).toBe(0);
    expect(await lookAtTab(megan, "the settings of a new tab")).toEqual([]);

    await megan.open(general, { setUp: "new" });
    await press(megan.page, tabs.view("List, soonest first"), "Space");
    await megan.page.keyboard.press("ArrowLeft");
    expect(await tabs.view("Month").isChecked()).toBe(true);
    await press(megan.page, tabs.save);
    await tabs.dialog.waitFor({ state: "detached" });
    await tabs.tab("Events").waitFor();
    await megan.app.getByRole("button", { name: "Previous month" }).waitFor();
    expect(await chosenGroup(megan)).toBe("Women at Contoso");
    await megan.context.close();
  });

  it("shows everybody in the channel the group that was chosen", async () => {
    const adele = await session.visit(member);
    await adele.open(general);
    await channelTabs(adele).tab("Events").click();
    await adele.app.getByRole("button", { name: "Previous month" }).waitFor();
    await adele.app.getByRole("button", { name: "Upcoming" }).click();
    await adele.app.getByRole("link", { name: "Lunch" }).first().waitFor();
    await adele.context.close();
  });

  it("gives nothing away of a confidential group, not even its name", async () => {
    const joni = await session.visit(inBoth);
    await joni.open(channelPath(team("Women at Contoso"), mentoring()));
    const tabs = channelTabs(joni);
    await tabs.add.click();
    await tabs.group.selectOption("Pride Network");
    await tabs.settings.getByText("The group is confidential").waitFor();
    await tabs.save.click();
    await tabs.tab("Events").waitFor();
    await joni.app
      .getByRole("heading", { name: "Nothing is planned yet" })
      .waitFor();

    const adele = await session.visit(member);
    await adele.open(new URL(joni.page.url()).pathname);
    await channelTabs(adele).tab("Events").click();
    await adele.app
      .getByRole("heading", { name: "No events for you here" })
      .waitFor();
    const seen = await adele.app.locator("body").innerText();
    expect(seen).not.toContain("Pride");
    expect(seen).not.toContain("Lunch");
    expect(await lookAtTab(adele, "the tab of another's group")).toEqual([]);
    await adele.app.getByRole("link", { name: "Show all my events" }).click();
    await adele.app.getByRole("link", { name: "Lunch" }).first().waitFor();

    await adele.page.reload();
    await adele.app.getByText("a group that you are not in, or").waitFor();
    await adele.context.close();
    await joni.context.close();
  });

  it("shows what such a group hosts together with one's own, with the names of both", async () => {
    const together = lunch(pride, {
      title: "Together",
      audience: { group: true, addresses: [], coHosts: [women] },
    });
    const created = await world
      .as(inBoth)
      .send<EventDetail>("POST", "/api/events", together);
    expect(created.status).toBe(201);
    const adele = await session.visit(member);
    await adele.open(channelPath(team("Women at Contoso"), mentoring()));
    const tabs = channelTabs(adele);
    await tabs.tab("Events").click();
    await adele.app.getByRole("link", { name: "Together" }).waitFor();
    await adele.app
      .getByText("Pride Network and Women at Contoso")
      .first()
      .waitFor();
    expect(await adele.app.getByRole("link", { name: "Lunch" }).count()).toBe(
      0,
    );

    await tabs.more("Events").click();
    await tabs.menuItem("Settings").click();
    await tabs.group.waitFor();
    const others = "A group that you are not in";
    expect(await tabs.chosenGroup()).toBe(others);
    await tabs.group.selectOption("Women at Contoso");
    expect(await tabs.chosenGroup()).toBe("Women at Contoso");
    await tabs.group.selectOption(others);
    expect(await tabs.chosenGroup()).toBe(others);
    await adele.context.close();
  });

  it("shows in its settings what was chosen, and is changed there for everybody", async () => {
    const joni = await session.visit(inBoth);
    await joni.open(channelPath(team("Women at Contoso"), mentoring()));
    const tabs = channelTabs(joni);
    await tabs.tab("Events").click();
    await tabs.more("Events").click();
    await tabs.menuItem("Settings").click();
    await tabs.group.waitFor();
    expect(await tabs.chosenGroup()).toBe("Pride Network");
    await tabs.group.selectOption("All my groups");
    await tabs.view("Week").check();
    await joni.page.route("**/tabs/*", (route) => route.abort());
    await tabs.save.click();
    await tabs.dialog
      .getByText("We couldn't save your tab settings. Please try again.")
      .waitFor();
    expect(session.takeComplaints()).toEqual([
      expect.stringContaining("net::ERR_FAILED"),
    ]);
    await joni.page.unroute("**/tabs/*");
    await tabs.save.click();
    await tabs.dialog.waitFor({ state: "detached" });
    await joni.app.getByRole("button", { name: "Previous week" }).waitFor();
    expect(await chosenGroup(joni)).toBe("All my groups");
    await joni.app.getByRole("link", { name: "Groups" }).click();
    await joni.app.getByRole("heading", { level: 1, name: "Groups" }).waitFor();
    await joni.app.getByRole("link", { name: "Events", exact: true }).click();
    await joni.app.getByRole("button", { name: "Previous week" }).waitFor();
    expect(await chosenGroup(joni)).toBe("All my groups");
    for (const [path, role, name] of [
      ["/nowhere", "link", "Go to the events"],
      [`/events/${women}`, "link", "Go to the events"],
      [`/events/${women}/edit`, "link", "Go to the events"],
      ["/events/new", "button", "Close without sending"],
    ] as const) {
      await goInTab(joni.page, path);
      await joni.app.getByRole(role, { name }).click();
      await joni.app.getByRole("button", { name: "Previous week" }).waitFor();
      expect(await chosenGroup(joni)).toBe("All my groups");
    }
    // Neither the event nor what could be edited of it.
    for (const complaint of session.takeComplaints())
      expect(complaint).toContain("404 (Not Found)");

    await tabs.more("Events").click();
    await tabs.menuItem("Remove").click();
    await tabs.remove.click();
    await tabs.tab("Events").waitFor({ state: "detached" });
    await joni.page.getByRole("heading", { name: "No posts yet" }).waitFor();
    await joni.context.close();
  });

  it("waits for the group of a team that has just got the app", async () => {
    const allan = await session.visit("AllanD@contoso.com");
    const tabs = channelTabs(allan);
    const { clock } = allan.page;
    await clock.install();
    let answers: "noGroup" | "failure" | "anotherGroup" | "all" = "noGroup";
    let failures = 0;
    await allan.page.route("**/api/me", async (route) => {
      // The test may be further when the backend has replied.
      const given = answers;
      if (given === "failure") {
        failures += 1;
        return route.fulfill({ status: 503 });
      }
      const response = await route.fetch();
      const me = (await response.json()) as Me;
      const another = me.groups.map((group) => ({
        ...group,
        id: women,
        name: "Another group",
        teamId: "19:another@thread.tacv2",
      }));
      const groups = { noGroup: [], anotherGroup: another, all: me.groups };
      return route.fulfill({
        response,
        json: { ...me, groups: groups[given] },
      });
    });
    const untilShown = (what: string, isShown: () => Promise<boolean>) =>
      waitFor(what, async () => {
        await clock.fastForward(16_000);
        return (await isShown()) || undefined;
      });
    await allan.open(channelPath(team("Veterans Network")));
    await tabs.add.click();
    await tabs.dialog.getByRole("button", { name: "Add" }).click();
    await tabs.settings.getByText("You are in no group yet.").waitFor();
    expect(await tabs.save.isEnabled()).toBe(false);
    const mayBeOutside = tabs.settings.getByText(
      "only the members of the team",
    );
    expect(await mayBeOutside.count()).toBe(0);
    await untilShown("another reason", () => mayBeOutside.isVisible());

    answers = "failure";
    await untilShown("looks after one that failed", () =>
      Promise.resolve(failures >= 3),
    );
    expect(await mayBeOutside.isVisible()).toBe(true);

    answers = "anotherGroup";
    await untilShown("another group", () => tabs.group.isVisible());
    expect(await tabs.chosenGroup()).toBe("All my groups");
    await tabs.view("Month").check();
    answers = "all";
    await untilShown(
      "the team's group",
      async () => (await tabs.chosenGroup()) === "Veterans Network",
    );
    expect(await tabs.view("Month").isChecked()).toBe(true);
    await tabs.save.click();
    await tabs.tab("Events").waitFor();
    await allan.app.getByRole("button", { name: "Previous month" }).waitFor();
    for (const complaint of session.takeComplaints())
      expect(complaint).toContain("503 (Service Unavailable)");
    await allan.context.close();
  });

  it("is set up in its dialog alone", async () => {
    const { id } = world.simulator.addTab({
      team: "Women at Contoso",
      channel: team("Women at Contoso").id,
      person: people.lead,
      name: "Settings",
      entityId: "settings",
      contentUrl: `${world.product().url}/channel-tab`,
    });
    const megan = await session.visit(people.lead);
    await megan.open(general, { tab: id });
    await megan.app.getByText("This page belongs to the window").waitFor();
    await megan.page.goto(`${world.product().url}/channel-tab`);
    await megan.page
      .getByRole("heading", { name: "Open ERG Events in Teams" })
      .waitFor();
    await megan.context.close();
  });

  function team(name: string) {
    const found = world.simulator.world.teams.find((one) => one.name === name);
    if (!found) throw new Error(`There is no team ${name}.`);
    return found;
  }

  function mentoring(): string | undefined {
    return team("Women at Contoso").channels.find(
      ({ name }) => name === "Mentoring",
    )?.id;
  }
});

function chosenGroup({ app }: Visitor): Promise<string | null> {
  return app
    .getByRole("combobox", { name: "Group" })
    .locator("option:checked")
    .textContent();
}
