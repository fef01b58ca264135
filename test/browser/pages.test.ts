import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { NewEvent } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { endEvent } from "../harness/move-event.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import { waitFor } from "../harness/wait-for.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { hasFocus, press, typeInto, walkByKeyboard } from "./keyboard.ts";
import {
  colorRules,
  lookAtTab,
  savePicture,
  settled,
  violationsIn,
} from "./look-at-page.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";
import { lookFromTheRight, readFromTheRight } from "./right-to-left.ts";
import {
  confidentialLead,
  confidentialMember,
  connectedPages,
  dialogs,
  firstDayPages,
  goInTab,
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
  /** Who looks at one page after the other. */
  const visitors = new Map<string, Visitor>();
  async function sendAway(): Promise<void> {
    for (const { page } of visitors.values()) await page.close();
    visitors.clear();
  }

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

  it("are looked at in further themes by the rules on colours alone, which axe tells apart", () => {
    expect(colorRules()).toEqual(["color-contrast", "link-in-text-block"]);
  });

  it("are looked at on every route, and with every dialog", async () => {
    const folder = import.meta.dirname;
    const tab = join(folder, "../../tab/src");
    const source = await readFile(join(tab, "SignedIn.tsx"), "utf8");
    const routes = [...source.matchAll(/<Route(?: path="([^"]+)")?>/g)];
    expect(routes.length).toBeGreaterThan(10);
    const pages = [...firstDayPages, ...connectedPages];
    const lookedAt = new Set(pages.map(({ route }) => route));
    for (const [, route = ""] of routes) {
      if (lookedAt.has(route)) continue;
      const elsewhere = lookedAtElsewhere[route];
      if (elsewhere === undefined)
        throw new Error(`No page of ${route} is looked at.`);
      const test = await readFile(join(folder, elsewhere), "utf8");
      expect(test).toContain("lookAtTab(");
    }

    const tests = await sourcesIn(folder, ".test.ts");
    const looks = [...tests.values()].flatMap((text) =>
      [...text.matchAll(/lookAtTab\(\s*\w+,\s*"([^"]+)"/g)].map(
        ([, name]) => name,
      ),
    );
    const names = new Set([...looks, ...pages.map(({ name }) => name)]);
    const views = await sourcesIn(tab, ".tsx");
    const opening = [...views]
      .filter(([, text]) =>
        /<(QuestionDialog|PopoverSurface|MenuPopover)/.test(text),
      )
      .map(([file]) => file);
    expect(opening.toSorted()).toEqual(Object.keys(dialogs).toSorted());
    // Every dialog gives the focus back as this one does.
    const framing = [...views]
      .filter(([, text]) => text.includes("<DialogSurface"))
      .map(([file]) => file);
    expect(framing).toEqual(["layout/QuestionDialog.tsx"]);
    for (const name of Object.values(dialogs)) expect(names).toContain(name);
  });

  describe("before the service account is connected", () => {
    afterAll(sendAway);

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
      // For insights, which count what has begun.
      const held = await schedule({ title: "Town hall" });
      await scheduled(held);
      for (const [person, response] of [
        ["LidiaH@contoso.com", "accepted"],
        ["LynneR@contoso.com", "tentativelyAccepted"],
      ] as const)
        world.simulator.respond({ person, subject: held.title, response });
      await waitFor("the answers", async () => {
        const { tally } = await world.as(people.lead).event(held.id);
        return tally.accepted === 1 && tally.tentative === 1;
      });
      await endEvent(world, held.id);
    });

    it.each(connectedPages)(
      "shows $name to everybody: three themes, screen readers, 320 px",
      looksRight,
    );

    it("let a lead schedule by nothing but the keyboard, who sees at each stop where it is", async () => {
      const megan = await session.visitAgain(people.lead);
      const { page, app } = megan;
      const walk = walkByKeyboard(page);
      const button = (name: string | RegExp) =>
        app.getByRole("button", { name });
      await megan.open("/app");
      await walk.press(button("Schedule event"));
      await app.getByRole("heading", { name: "Schedule event" }).waitFor();
      await walk.type(app.getByLabel("Title"), "Walk and talk");
      await walk.type(eventForm(app).description, "Bring a friend.");
      // Past the text's buttons, back to the title and forth: the text is a stop each time, its buttons never in its place.
      await walk.to(eventForm(app).inWords);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Shift+Tab");
      expect(await hasFocus(eventForm(app).description)).toBe(true);
      await page.keyboard.press("Shift+Tab");
      expect(await hasFocus(app.getByLabel("Title"))).toBe(true);
      await page.keyboard.press("Tab");
      expect(await hasFocus(eventForm(app).description)).toBe(true);
      await walk.type(eventForm(app).inWords, "20 December 2031 3pm");
      await app.getByText(/^Understood: Sat, 20 Dec 2031, 15:00/).waitFor();
      await page.keyboard.press("Enter");
      await app.getByText(/^Taken over: Sat, 20 Dec 2031, 15:00/).waitFor();
      expect(await hasFocus(eventForm(app).inWords)).toBe(true);
      await walk.type(app.getByLabel("Location"), "The park");
      await walk.press(
        app.getByRole("switch", { name: "Teams meeting" }),
        "Space",
      );
      await walk.press(button("Review and send"));
      const review = app.getByRole("dialog", { name: "Send the invitations?" });
      await walk.to(review.getByRole("button", { name: "Back to the form" }));
      await page.keyboard.press("Escape");
      await review.waitFor({ state: "detached" });
      // Back where the dialog came from, and forth again.
      await waitFor("the focus to come back", () =>
        hasFocus(button("Review and send")),
      );
      await page.keyboard.press("Enter");
      await walk.press(button("Send 12 invitations"));
      const event = eventPage(app);
      await event.status("Scheduled. 12 people have the invitation.").waitFor();
      expect(await hasFocus(event.heading("Walk and talk"))).toBe(true);

      await walk.press(button("Cancel event"));
      const cancelling = app.getByRole("dialog", {
        name: "Cancel this event?",
      });
      await walk.press(cancelling.getByRole("button", { name: "Keep event" }));
      await cancelling.waitFor({ state: "detached" });
      await waitFor("the focus to come back", () =>
        hasFocus(button("Cancel event")),
      );
      // Nothing on the page keeps the keyboard: it leads out of the tab, back into Teams.
      await walk.to(page.getByRole("link").first());
      const { seen, unseen } = walk.stops();
      expect(unseen).toEqual([]);
      expect(seen).toBeGreaterThan(40);
      await page.close();
    });

    it("let a member answer in one click and take it back by nothing but the keyboard", async () => {
      const adele = await session.visitAgain(member);
      const { page, app } = adele;
      const walk = walkByKeyboard(page);
      await adele.open("/app");
      const row = app
        .getByRole("listitem")
        .filter({ hasText: "Walk and talk" });
      const button = (name: string) =>
        row.getByRole("button", { name, exact: true });
      await walk.press(button("Maybe"));
      await row.getByText("You may be going.").waitFor();
      await walk.press(row.getByRole("button", { name: "Undo" }));
      await row.getByText("Taken back. You have not answered yet.").waitFor();
      expect(await hasFocus(button("Going"))).toBe(true);

      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      const event = eventPage(app);
      await event.heading("Walk and talk").waitFor();
      await walk.press(event.answer("Going"), "Space");
      await app.getByText("You are going.").waitFor();
      await walk.press(app.getByRole("button", { name: "Undo" }));
      await app.getByText("You have not answered yet.").waitFor();
      expect(await hasFocus(event.answer("Going"))).toBe(true);
      expect(walk.stops().unseen).toEqual([]);
      await page.close();
    });

    afterAll(sendAway);

    it.each(readFromTheRight)(
      "run from right to left in $locale, on a phone and on a small screen",
      async ({ person, locale, places }) => {
        const reader = await session.visit(person, { locale });
        const { page, app } = reader;
        await reader.open("/app");
        await app
          .getByRole("heading", { name: "Events", exact: true })
          .waitFor();
        const frame = page.frames()[1]!;
        for (const { path, heading, whole } of places) {
          await goInTab(page, path({ events: events as Events, groupId }));
          await app.getByRole("heading", { level: 1, name: heading }).waitFor();
          await app
            .locator("[aria-busy=true]")
            .first()
            .waitFor({ state: "detached" });
          await whole?.(app);
          const found = await lookFromTheRight(page, frame);
          expect({ heading, found }).toEqual({ heading, found: [] });
          await savePicture(page, `${locale}-${heading}`);
        }
        await page.context().close();
      },
    );

    it("move nothing for whoever wants less motion, not even while they load", async () => {
      const adele = await session.visitAgain(member);
      const { page, app } = adele;
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/api/events?*", async (route) => {
        await released;
        await route.continue();
      });
      await adele.open("/app");
      await app.getByRole("progressbar", { name: "Loading events" }).waitFor();
      const frame = page.frames()[1]!;
      expect(await settled(frame)).toEqual([]);
      // Others see that something is under way.
      await page.emulateMedia({ reducedMotion: "no-preference" });
      expect((await settled(frame, 200)).length).toBeGreaterThan(0);
      release();
      await app.getByRole("link", { name: "Lunch and learn" }).waitFor();
      await page.close();
    });

    it("take on at once the theme that somebody chooses in Teams", async () => {
      const adele = await session.visitAgain(member);
      const { page, app } = adele;
      await adele.open("/app");
      await app.getByRole("link", { name: "Lunch and learn" }).waitFor();
      await page.getByRole("button", { name: /^Theme: / }).click();
      await page.getByRole("menuitemradio", { name: "Dark" }).click();
      const schemeOf = () =>
        app.locator(":root").evaluate((root) => root.style.colorScheme);
      await waitFor(
        "the dark theme",
        async () => (await schemeOf()) === "dark",
      );
      await page.close();
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
    expect(await lookAtTab(lee, "appointing somebody")).toEqual([]);
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
    const visitor =
      visitors.get(tabPage.person) ??
      (await session.visitAgain(tabPage.person));
    visitors.set(tabPage.person, visitor);
    await tabPage.show(visitor, events as Events);
    expect(await lookAtTab(visitor, tabPage.name)).toEqual([]);
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

/** The texts of a folder's files with this ending, by their paths in it. */
async function sourcesIn(
  folder: string,
  ending: string,
): Promise<Map<string, string>> {
  const sources = new Map<string, string>();
  for await (const file of glob(`**/*${ending}`, { cwd: folder }))
    sources.set(
      file.replaceAll("\\", "/"),
      await readFile(join(folder, file), "utf8"),
    );
  return sources;
}
