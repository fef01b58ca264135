import { heldEvents } from "../harness/held-events.ts";
import { moveEvent } from "../harness/move-event.ts";
import { multiplyEvent } from "../harness/multiply-event.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import type { Locator } from "playwright-core";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press, typeInto } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";

/** The fifteenth of a month, so many from now. */
const fifteenth = (months: number) => {
  const now = new Date();
  return new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 15),
  );
};
const day = fifteenth(1).toISOString().slice(0, 10);
const written = (date: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(
    date,
  );

describe("finding events in the tab", () => {
  let world: World;
  let session: BrowserSession;
  let adele: Visitor;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    session = await openBrowserSession(world.simulator.pagesUrl);
    const held = heldEvents(
      world,
      await world.groupId("Women at Contoso", people.lead),
    );
    const at = {
      start: `${day}T12:00`,
      end: `${day}T13:00`,
    };
    await Promise.all([
      held.scheduled("Book club", at),
      held.scheduled("Garden walk", at),
      held.scheduled("Book fair", { ...at, location: "Hall 3" }),
      held.scheduled("Bake sale", at),
    ]);
    adele = await session.visit("AdeleV@contoso.com");
    await adele.open("/app");
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const search = () =>
    adele.app.getByRole("searchbox", { name: "Search events" });
  const state = () => adele.app.getByRole("combobox", { name: "State" });
  const entry = (title: string) =>
    adele.app.getByRole("listitem").filter({ hasText: title });

  it("goes by words, which are kept when an event is opened and left again", async () => {
    await entry("Garden walk").waitFor();
    await typeInto(adele.page, search(), "book");
    await entry("Garden walk").waitFor({ state: "detached" });
    await entry("Book club").waitFor();
    await adele.app.getByRole("link", { name: "Book fair" }).click();
    await adele.app.getByRole("heading", { name: "Book fair" }).waitFor();
    await adele.page.evaluate(() => history.back());
    await entry("Book club").waitFor();
    expect(await search().inputValue()).toBe("book");
    expect(await entry("Garden walk").count()).toBe(0);
    expect(await lookAtTab(adele, "events that were searched for")).toEqual([]);
  });

  it("goes by state, and says when nothing fits", async () => {
    await state().selectOption({ label: "Cancelled" });
    await adele.app.getByRole("heading", { name: "No event fits" }).waitFor();
    expect(await lookAtTab(adele, "a search without events")).toEqual([]);
    // Of what only leads can do something about, members are not asked.
    expect(await state().getByRole("option").allTextContents()).not.toContain(
      "Not sent",
    );
    await search().fill("");
    await state().selectOption({ label: "You go, or may go" });
    const none = { name: "You go to no coming event" };
    await adele.app.getByRole("heading", none).waitFor();
    await adele.app.getByRole("link", { name: "Show all my events" }).click();
    await entry("Garden walk").waitFor();
    expect(await state().inputValue()).toBe("");
    await search().fill("book");
    await state().selectOption({ label: "Your answer is open" });
    await entry("Book club").waitFor();
    await search().fill("");
    await entry("Garden walk").waitFor();
  });

  it("goes by weeks and months, by keyboard", async () => {
    const show = (name: string) =>
      press(adele.page, adele.app.getByRole("button", { name, exact: true }));
    const heading = (name: string | RegExp) =>
      adele.app.getByRole("heading", { level: 2, name }).waitFor();
    const month = (months: number) =>
      written(fifteenth(months), { month: "long", year: "numeric" });
    await show("Month");
    await heading(month(0));
    await show("Next month");
    await heading(month(1));
    const onDay = adele.app.getByRole("list", {
      name: written(fifteenth(1), { day: "numeric", month: "long" }),
    });
    await onDay.getByRole("link").first().waitFor();
    // Two, and how many more there are.
    expect(await onDay.getByRole("listitem").count()).toBe(3);
    expect(await lookAtTab(adele, "a month of events")).toEqual([]);

    await press(adele.page, onDay.getByRole("button", { name: /^2 more on / }));
    await heading(new RegExp(written(fifteenth(1), { year: "numeric" })));
    await adele.app.getByRole("link", { name: "Garden walk" }).waitFor();
    expect(await onDay.getByRole("listitem").count()).toBe(4);
    expect(await lookAtTab(adele, "a week of events")).toEqual([]);
    await show("Previous week");
    await onDay.waitFor({ state: "detached" });
    await show("Upcoming");
    await adele.app.getByRole("list", { name: "Events" }).waitFor();
  });

  it("answers in one click, takes that back, and tells truly what was not saved", async () => {
    const { app, page } = adele;
    const row = entry("Garden walk");
    const button = (name: string) =>
      row.getByRole("button", { name, exact: true });
    const pressed = (name: string) =>
      button(name).and(app.locator("[aria-pressed=true]"));
    const note = row.getByRole("status");
    const place = async () => {
      const [outer, inner] = [row, button("Going")].map((box) =>
        box.boundingBox(),
      );
      const [around, at] = [await outer, await inner];
      return [at!.x - around!.x, at!.y - around!.y];
    };
    const before = await place();
    // Answered, an event leaves the list of those whose answer is open once that is read again.
    await state().selectOption({ label: "All states" });
    await press(page, button("Going"));
    await note.getByText("You are going.").waitFor();
    await row.getByText("You: Going").waitFor();
    // What is said moves nothing from under the mouse.
    expect(await place()).toEqual(before);
    expect(await lookAtTab(adele, "an answer in the list")).toEqual([]);
    await press(page, note.getByRole("button", { name: "Undo" }));
    await note.getByText("Taken back. You have not answered yet.").waitFor();
    await row.getByText("Your answer is open").waitFor();
    expect(await focusIn(row)).toBe("Going");

    // The answer arrives, its reply does not: that it counts is asked for.
    await page.route("**/response?*", async (route) => {
      if (route.request().method() === "GET") return route.continue();
      await route.fetch();
      return route.abort();
    });
    await button("Maybe").click();
    await note.getByText("You may be going.").waitFor();
    await page.unroute("**/response?*");

    await adele.context.setOffline(true);
    await button("Can't go").click();
    await note
      .getByText(
        "Your answer was not saved. You are offline. Try again once you are connected. What counts: You may be going.",
      )
      .waitFor();
    await pressed("Maybe").waitFor();
    expect(await place()).toEqual(before);
    await adele.context.setOffline(false);
    expect(session.takeComplaints().join()).toMatch(
      /ERR_FAILED.*ERR_INTERNET_DISCONNECTED/s,
    );
    await button("Can't go").click();
    await note.getByText("You can't go.").waitFor();

    // The event's own page offers it as well, and the meeting.
    await app.getByRole("link", { name: "Garden walk" }).click();
    const undo = app.getByRole("button", { name: "Undo" });
    await undo.click();
    await app.getByText("You may be going.").waitFor();
    const file = page.waitForEvent("download");
    await app.getByRole("button", { name: "Add to calendar" }).click();
    expect((await file).suggestedFilename()).toBe(`Garden walk ${day}.ics`);
    await app.getByText("The file is with your downloads").waitFor();
  });

  it("leads into a meeting while it is time", async () => {
    const { app } = adele;
    const events = await world
      .as("AdeleV@contoso.com")
      .events("?search=Book+fair");
    await moveEvent(world, events.events[0]!.id, { start: 10, end: 60 });
    await adele.open("/app");
    const join = entry("Book fair").getByRole("link", { name: /^Join now/ });
    await join.waitFor();
    expect(await lookAtTab(adele, "a meeting to join")).toEqual([]);
    expect(await entry("Garden walk").getByText("Join now").count()).toBe(0);
    const address = await join.getAttribute("href");
    await app.getByRole("link", { name: "Book fair", exact: true }).click();
    await app.getByRole("heading", { level: 1, name: "Book fair" }).waitFor();
    expect(
      await app.getByRole("link", { name: /^Join now/ }).getAttribute("href"),
    ).toBe(address);
  });

  it("says so while it is offline, and finds by itself what came meanwhile", async () => {
    await adele.open("/app");
    await entry("Garden walk").waitFor();
    const bar = adele.app.getByText(/^You are offline\./);
    await adele.context.setOffline(true);
    await bar.waitFor();
    await entry("Garden walk").waitFor();
    const held = heldEvents(
      world,
      await world.groupId("Women at Contoso", people.lead),
    );
    await held.scheduled("Late addition", {
      start: `${day}T12:00`,
      end: `${day}T13:00`,
    });
    expect(await entry("Late addition").count()).toBe(0);
    await adele.context.setOffline(false);
    await entry("Late addition").waitFor();
    expect(await bar.count()).toBe(0);
    // The simulated Teams itself complains that it is offline.
    session.takeComplaints();
  });

  describe("whose parts have not been loaded", () => {
    // A request that is looked at is not answered from what the browser keeps: no page was loaded before.
    const everything = "**/assets/**";
    beforeEach(async () => {
      await adele.page.route(everything, (route) => route.continue());
      await adele.open("/app");
      await entry("Garden walk").waitFor();
    });
    afterEach(async () => {
      await adele.page.unroute(everything);
      session.takeComplaints();
    });

    it("keeps its header while it is offline, and shows the page by itself once it is not", async () => {
      const { app, context } = adele;
      await context.setOffline(true);
      const link = app.getByRole("link", { name: "Groups", exact: true });
      await link.click();
      await app
        .getByRole("progressbar", { name: "Loading the page" })
        .waitFor();
      await app.getByText(/^You are offline\./).waitFor();
      await link.waitFor();
      await context.setOffline(false);
      await app.getByRole("heading", { level: 1, name: "Groups" }).waitFor();
    });

    it("takes an answer once it is online again, and opens the event", async () => {
      const { app, context } = adele;
      const row = entry("Garden walk");
      const button = row.getByRole("button", { name: "Going", exact: true });
      await context.setOffline(true);
      await button.click();
      await row
        .getByText(
          "Your answer was not saved. You are offline. Try again once you are connected.",
        )
        .waitFor();
      await context.setOffline(false);
      await button.click();
      await row.getByText("You are going.").waitFor();
      await app.getByRole("link", { name: "Garden walk", exact: true }).click();
      await app
        .getByRole("heading", { level: 1, name: "Garden walk" })
        .waitFor();
    });

    it("says so where one does not arrive, and tries anew where it is asked to", async () => {
      const { app, page } = adele;
      const part = "**/assets/GroupsPage*";
      await page.route(part, (route) => route.abort());
      await app.getByRole("link", { name: "Groups", exact: true }).click();
      await app.getByText(/^This page could not be shown\./).waitFor();
      await page.unroute(part);
      await app.getByRole("button", { name: "Try again" }).click();
      await app.getByRole("heading", { level: 1, name: "Groups" }).waitFor();
    });
  });

  it("goes through ten thousand, of which it draws those near the window, and finds the place again", async () => {
    const held = heldEvents(
      world,
      await world.groupId("Women at Contoso", people.lead),
    );
    const { id } = await held.scheduled("Reading hour", {
      start: `${day}T18:00`,
      end: `${day}T19:00`,
      audience: { group: false, addresses: ["AdeleV@contoso.com"] },
    });
    await multiplyEvent(world.database, id, 10_000);
    await adele.open("/app");
    await entry("Garden walk").waitFor();
    const body = adele.app.locator("body");
    const rows = adele.app
      .getByRole("list", { name: "Events" })
      .getByRole("listitem");
    // One in the window: those that are far from it are drawn for a moment alone.
    const position = await waitFor("far events", async () => {
      // What was scrolled to before is drawn by now; to scroll on at once would run away from it.
      return body.evaluate((scrolled) => {
        const last = [...scrolled.querySelectorAll("[aria-posinset]")]
          .filter((row) => {
            const { top, bottom } = row.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          })
          .at(-1)
          ?.getAttribute("aria-posinset");
        if (Number(last) > 300) return Number(last);
        scrolled.scrollTop = scrolled.scrollHeight;
        return null;
      });
    });
    expect(await rows.count()).toBeLessThan(250);

    const far = adele.app.locator(`[aria-posinset="${position}"]`);
    expect(await far.getAttribute("aria-setsize")).toBe("-1");
    // Five events and the one that was multiplied stand before its copies.
    const title = `Copy ${position - 6}`;
    const link = far.getByRole("link", { name: title });
    await link.scrollIntoViewIfNeeded();
    const scrollTop = () => body.evaluate((scrolled) => scrolled.scrollTop);
    const left = await scrollTop();
    await link.click();
    await adele.app.getByRole("heading", { name: title }).waitFor();
    await adele.page.evaluate(() => history.back());
    await link.waitFor();
    expect(await scrollTop()).toBe(left);
    expect(
      await link.evaluate((element) => element === document.activeElement),
    ).toBe(true);
    expect(await rows.count()).toBeLessThan(250);
  });
});

/** The words of what has the focus there. */
function focusIn(row: Locator): Promise<string | null> {
  return row.evaluate((part) => {
    const active = document.activeElement;
    return part.contains(active) ? (active?.textContent ?? "") : null;
  });
}
