import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EventDetail, NewEvent } from "../../bot/contract/events.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openBrowserSession, type BrowserSession } from "./browser-session.ts";
import { press, typeInto } from "./keyboard.ts";
import { lookAtTab, savePicture, violationsIn } from "./look-at-page.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";
import {
  confidentialLead,
  confidentialMember,
  connectedPages,
  firstDayPages,
  lookedAtElsewhere,
  member,
  type Events,
  type TabPage,
} from "./tab-pages.ts";

/** In order: each part finds the organization as the one before left it. */
describe("the pages of the tab", () => {
  let world: World;
  let session: BrowserSession;
  let groupId: string;
  const events: Partial<Events> = {};

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    groupId = await world.groupId("Women at Contoso", people.lead);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("are looked at on every route", async () => {
    const folder = import.meta.dirname;
    const source = await readFile(
      join(folder, "../../tab/src/SignedIn.tsx"),
      "utf8",
    );
    const routes = [...source.matchAll(/<Route path="([^"]+)"/g)];
    expect(routes.length).toBeGreaterThan(9);
    const lookedAt = new Set(
      [...firstDayPages, ...connectedPages].map(({ route }) => route),
    );
    for (const [, route = ""] of routes) {
      if (lookedAt.has(route)) continue;
      const elsewhere = lookedAtElsewhere[route];
      if (elsewhere === undefined)
        throw new Error(`No page of ${route} is looked at.`);
      const test = await readFile(join(folder, elsewhere), "utf8");
      expect(test).toContain("lookAtTab(");
    }
  });

  describe("before the service account is connected", () => {
    it.each(firstDayPages)(
      "shows $name to everybody: three themes, screen readers, 320 px",
      looksRight,
    );

    it("keeps what is scheduled and goes on by itself once connected, without a link where the licence is missing", async () => {
      const megan = await session.visit(people.lead);
      const event = eventPage(megan.app);
      const waiting = await schedule({ title: "Book club" });
      await megan.open("/app", { subPageId: `events/${waiting.id}` });
      await event
        .status(
          "The invitations go out as soon as the service account is connected.",
        )
        .waitFor();
      expect(await lookAtTab(megan, "a waiting event")).toEqual([]);

      world.simulator.changeSettings({ serviceAccountTeamsLicense: false });
      await world.connectAccount();
      await event.status("Scheduled. 12 people have the invitation.").waitFor();
      await megan.app.getByText("No Teams link.").waitFor();
      await megan.app.getByText("Contoso ERGs (ergs@contoso.com)").waitFor();
      await megan.app
        .getByText("Invitations cannot go out yet")
        .waitFor({ state: "detached" });
      expect(await event.joinLink.count()).toBe(0);
      expect(await lookAtTab(megan, "an event without a link")).toEqual([]);
      await megan.context.close();

      const isaiah = await session.visit(people.admin);
      await isaiah.open("/app", { subPageId: "settings" });
      await isaiah.app
        .getByRole("listitem")
        .filter({ hasText: "cannot create Teams meetings" })
        .waitFor();
      expect(await lookAtTab(isaiah, "the settings without a licence")).toEqual(
        [],
      );
      await isaiah.context.close();
    });
  });

  describe("once it is connected", () => {
    beforeAll(async () => {
      world.simulator.changeSettings({ serviceAccountTeamsLicense: true });
      await world.connectAccount();
      events.answered = await schedule({ title: "Lunch and learn" });
      events.cancelled = await schedule({ title: "Volunteering" });
      await Promise.all([scheduled(events.answered), cancel(events.cancelled)]);
      await answer("LidiaH@contoso.com", "accepted");
      await answer(member, "accepted");
      await answer("LynneR@contoso.com", "tentative");
    });

    it.each(connectedPages)(
      "shows $name to everybody: three themes, screen readers, 320 px",
      looksRight,
    );

    it("lets a lead schedule by the keyboard alone, and a member answer", async () => {
      const megan = await session.visit(people.lead);
      const { page, app } = megan;
      await megan.open("/app");
      await press(page, app.getByRole("button", { name: "Schedule event" }));
      await typeInto(page, app.getByLabel("Title"), "Walk and talk");
      await typeInto(page, app.getByLabel("Start date"), "2031-12-20");
      await typeInto(page, app.getByLabel("Location"), "The park");
      await press(
        page,
        app.getByRole("switch", { name: "Teams meeting" }),
        "Space",
      );
      await press(page, app.getByRole("button", { name: "Review and send" }));
      await press(
        page,
        app.getByRole("button", { name: "Send 12 invitations" }),
      );
      const event = eventPage(app);
      await event.heading("Walk and talk").waitFor();
      await event.status("Scheduled. 12 people have the invitation.").waitFor();

      const adele = await session.visit(member);
      await adele.open("/app");
      await press(
        adele.page,
        adele.app.getByRole("link", { name: "Walk and talk" }),
      );
      const theirs = eventPage(adele.app);
      await press(adele.page, theirs.answer("Maybe"), "Space");
      await adele.app.getByText("You may be going.").waitFor();
      await event.status("0 going, 1 maybe").waitFor();
    });
  });

  it("lets an owner make a group confidential, which members are told", async () => {
    const lee = await session.visit(confidentialLead);
    const { groups: led } = await world.as(confidentialLead).me();
    await lee.open("/app", { subPageId: `groups/${led[0]?.id}` });
    const confidential = lee.app.getByRole("switch", { name: "Confidential" });
    await confidential.check();
    await waitFor("the group to be confidential", async () => {
      const { groups } = await world.as(confidentialMember).me();
      return groups[0]?.confidential;
    });

    const grady = await session.visit(confidentialMember);
    await grady.open("/app", { subPageId: "groups" });
    await grady.app.getByText("This group is confidential.").waitFor();
    expect(await lookAtTab(grady, "a confidential group")).toEqual([]);

    await lee.open("/app", { subPageId: "events/new" });
    const { letOthersJoin, channel } = eventForm(lee.app);
    await channel("General").waitFor();
    expect(await letOthersJoin.isChecked()).toBe(false);
  });

  it("takes back what could not be saved of a group, and says so", async () => {
    const lee = await session.visit(confidentialLead);
    await lee.open("/app", { subPageId: "groups" });
    await lee.app.getByRole("link", { name: /^Settings of/ }).click();
    const confidential = lee.app.getByRole("switch", { name: "Confidential" });
    await confidential.waitFor();
    await lee.page.route("**/api/groups/*", (route) => route.abort());
    await confidential.click();
    await lee.app
      .getByText("This was not saved. ERG Events cannot be reached.")
      .waitFor();
    expect(await confidential.isChecked()).toBe(true);
    expect(await lookAtTab(lee, "a group that was not saved")).toEqual([]);
    expect(session.takeComplaints()).toEqual([
      expect.stringContaining("net::ERR_FAILED"),
    ]);
  });

  it("lets an owner appoint by the keyboard, and tells what new events begin with", async () => {
    const lee = await session.visit(confidentialLead);
    const { page, app } = lee;
    const { groups: led } = await world.as(confidentialLead).me();
    await lee.open("/app", { subPageId: `groups/${led[0]?.id}` });
    await press(page, app.getByRole("button", { name: "Appoint somebody" }));
    const dialog = app.getByRole("dialog", { name: /^Appoint somebody in/ });
    await typeInto(
      page,
      dialog.getByRole("searchbox", { name: "Find a member" }),
      "grady",
    );
    await dialog.getByText("1 member found.").waitFor();
    await press(page, dialog.getByRole("radio", { name: /Grady/ }), "Space");
    expect(await violationsIn(page.frames()[1]!)).toEqual([]);
    await savePicture(page, "appointing somebody");
    await press(page, dialog.getByRole("button", { name: "Appoint" }));
    await app.getByText(/^Grady .* is a contributor now\.$/).waitFor();
    expect(
      (await world.as(confidentialMember).me()).groups[0]?.canSchedule,
    ).toBe(true);

    const meeting = app.getByRole("switch", { name: "Teams meeting" });
    await meeting.uncheck();
    await waitFor("the choice to be stored", async () => {
      const { groups } = await world.as(confidentialLead).me();
      return groups[0]?.defaults?.isOnline === false;
    });
    await lee.open("/app", { subPageId: "events/new" });
    await eventForm(app).channel("General").waitFor();
    expect(
      await app.getByRole("switch", { name: "Teams meeting" }).isChecked(),
    ).toBe(false);
    await lee.context.close();
  });

  it("lets a lead try again once Outlook takes what it refused", async () => {
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      times: null,
      effect: { kind: "status", status: 400, when: "before" },
    });
    const refused = await schedule({ title: "Coffee hour" });
    const megan = await session.visit(people.lead);
    const event = eventPage(megan.app);
    await megan.open("/app", { subPageId: `events/${refused.id}` });
    await event.status("Outlook refused this event.").waitFor();
    expect(await lookAtTab(megan, "an event that was given up")).toEqual([]);

    const adele = await session.visit(member);
    await adele.open("/app", { subPageId: `events/${refused.id}` });
    await eventPage(adele.app).status("Outlook refused this event.").waitFor();
    expect(await eventPage(adele.app).tryAgain.count()).toBe(0);

    world.simulator.clearFaults();
    await event.tryAgain.click();
    await event.status("Scheduled. 12 people have the invitation.").waitFor();
    expect(await event.tryAgain.count()).toBe(0);
    await Promise.all([megan.context.close(), adele.context.close()]);
  });

  it("says outside Teams where it is to be opened", async () => {
    const { page } = await session.visit(member);
    await page.goto(world.product().url);
    await page
      .getByRole("heading", { name: "Open ERG Events in Teams" })
      .waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.reload();
      await page.getByRole("heading").waitFor();
      expect(await violationsIn(page.mainFrame())).toEqual([]);
      await savePicture(page, `outside Teams ${colorScheme}`);
    }
  });

  async function looksRight(tabPage: TabPage): Promise<void> {
    const visitor = await session.visit(tabPage.person);
    await tabPage.show(visitor, events as Events);
    const reopen = () => tabPage.reopen?.(visitor);
    expect(await lookAtTab(visitor, tabPage.name, reopen)).toEqual([]);
    await visitor.context.close();
  }

  async function schedule(more: Partial<NewEvent>): Promise<EventDetail> {
    const created = await world
      .as(people.lead)
      .send<EventDetail>("POST", "/api/events", lunch(groupId, more));
    expect(created.status).toBe(201);
    return created.body;
  }

  function scheduled({ id, title }: EventDetail): Promise<EventDetail> {
    return waitFor(`the invitations to ${title}`, async () => {
      const event = await world.as(people.lead).event(id);
      return event.status === "scheduled" && event;
    });
  }

  async function cancel(event: EventDetail): Promise<void> {
    const { id, version } = await scheduled(event);
    const cancelled = await world
      .as(people.lead)
      .send(
        "POST",
        `/api/events/${id}/cancel`,
        { message: "The food bank is closed that day." },
        { "If-Match": `"${version}"` },
      );
    expect(cancelled.status).toBe(200);
  }

  async function answer(person: string, given: string): Promise<void> {
    const path = `/api/events/${events.answered?.id}/response`;
    const stored = await world.as(person).send("PUT", path, { answer: given });
    expect(stored.status).toBe(200);
  }
});
