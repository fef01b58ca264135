import { heldEvents } from "../harness/held-events.ts";
import { openWorld, people, type World } from "../harness/world.ts";
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
});
