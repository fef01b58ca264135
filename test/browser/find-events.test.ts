import { heldEvents } from "../harness/held-events.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { typeInto } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";

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
    await Promise.all([
      held.scheduled("Book club"),
      held.scheduled("Garden walk"),
      held.scheduled("Book fair", { location: "Hall 3" }),
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
});
