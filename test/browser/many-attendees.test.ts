import type { EventDetail } from "../../bot/contract/events.ts";
import pg from "pg";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { typeInto } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";

const total = 620;

describe("an event with many people", () => {
  let world: World;
  let session: BrowserSession;
  let megan: Visitor;
  let database: pg.Client;
  let eventId: string;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const addresses = Array.from(
      { length: total },
      (_, n) => `p${String(n).padStart(3, "0")}@contoso.com`,
    );
    const { body } = await world
      .as(people.lead)
      .send<EventDetail>(
        "POST",
        "/api/events",
        lunch(groupId, { audience: { group: false, addresses } }),
      );
    eventId = body.id;
    database = new pg.Client(world.database.connectionString);
    await database.connect();
    megan = await session.visit(people.lead);
    await megan.open("/app", { subPageId: `events/${body.id}` });
  });
  afterAll(async () => {
    await session.close();
    await database.end();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const rows = () =>
    megan.app.getByRole("table", { name: "Attendees" }).getByRole("row");
  const row = (address: string) => rows().filter({ hasText: address });
  const choose = (label: string, option: string) =>
    megan.app
      .getByRole("combobox", { name: label, exact: true })
      .selectOption(option);
  const list = () =>
    megan.app.getByRole("region", { name: "List of attendees" });

  it("has all of them in one list that the keyboard scrolls, and draws those that are looked at", async () => {
    await row("p000@contoso.com").waitFor();
    expect(
      await megan.app
        .getByRole("table", { name: "Attendees" })
        .getAttribute("aria-rowcount"),
    ).toBe("621");
    expect(await rows().count()).toBeLessThan(80);
    await list().focus();
    await megan.page.keyboard.press("End");
    const last = row("p619@contoso.com");
    await last.waitFor();
    expect(await last.getAttribute("aria-rowindex")).toBe("621");
    expect(await row("p000@contoso.com").count()).toBe(0);
    expect(await rows().count()).toBeLessThan(80);
    // Rooms for rows that are not drawn are as high as they are said to be: else the end is never where it seems to be.
    const heights = await list().evaluate((part) => {
      const room = part.appendChild(document.createElement("div"));
      const height = (pixels: number) => {
        room.style.height = `${pixels}px`;
        return room.getBoundingClientRect().height;
      };
      const seen = [height(10), height(500)];
      room.remove();
      return seen;
    });
    expect(heights).toEqual([10, 500]);
    expect(await lookAtTab(megan, "many attendees")).toEqual([]);
  });

  it("finds everybody by name or address, with the keyboard", async () => {
    const { app, page } = megan;
    const search = app.getByRole("searchbox", { name: "Find somebody" });
    await search.focus();
    await typeInto(page, search, "p61");
    await app.getByText("10 of 620 fit.").waitFor();
    await row("p619@contoso.com").waitFor();
    expect(await rows().count()).toBe(11);
    expect(await lookAtTab(megan, "people who were found")).toEqual([]);
    await typeInto(page, search, "nobody here");
    await app.getByText("Nobody of those 620 fits.").waitFor();
    await search.fill("");
    await row("p000@contoso.com").waitFor();
  });

  it("asks again by itself for what got no answer", async () => {
    const { app, page } = megan;
    const search = app.getByRole("searchbox", { name: "Find somebody" });
    await row("p000@contoso.com").waitFor();
    await page.route("**/attendees?*", (route) => route.abort());
    await search.fill("p30");
    await app.getByRole("button", { name: "Try again" }).waitFor();
    await page.unroute("**/attendees?*");
    // Nobody presses it.
    await row("p300@contoso.com").waitFor();
    expect(await app.getByRole("button", { name: "Try again" }).count()).toBe(
      0,
    );
    session.takeComplaints();
    await search.fill("");
    await row("p000@contoso.com").waitFor();
  });

  it("shows who gave one answer, and the latest answers first, while they come", async () => {
    const { app } = megan;
    const answer = (address: string, given: string, minute: number) =>
      database.query(
        "update attendees set answer = $2, answered_in = 'outlook', answered_at = now() - make_interval(mins => $3) where address = $1",
        [address, given, minute],
      );
    await answer("p400@contoso.com", "accepted", 30);
    await answer("p500@contoso.com", "declined", 10);
    await answer("p100@contoso.com", "accepted", 20);
    await choose("Answer", "Going");
    await app.getByText("2 of 620 fit.").waitFor();
    await choose("Sort by", "Latest answer");
    await waitFor("the latest first", async () => {
      const texts = await rows().allInnerTexts();
      return /p100@.*p400@/s.test(texts.join()) && texts.length === 3;
    });
    await answer("p619@contoso.com", "accepted", 1);
    await database.query("select pg_notify('event_changed', $1)", [eventId]);
    await app.getByText("3 of 620 fit.").waitFor();
    await choose("Answer", "Everybody");
    await row("p500@contoso.com").waitFor();
    expect((await rows().allInnerTexts()).slice(1, 5).join()).toMatch(
      /p619@.*p500@.*p100@.*p400@/s,
    );
  });

  it("is taken along by its owner as a file, on record", async () => {
    const { app, page } = megan;
    const file = page.waitForEvent("download");
    await app.getByRole("button", { name: "Download answers (CSV)" }).click();
    expect((await file).suggestedFilename()).toBe(
      "Lunch and learn 2031-12-01 answers.csv",
    );
    await app.getByText(/The last: Megan Bowen/).waitFor();
  });
});
