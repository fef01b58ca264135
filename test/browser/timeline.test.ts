import type { GivenAnswer } from "../../bot/contract/answer.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { lookAtTab, savePicture, violationsIn } from "./look-at-page.ts";
import { eventPage } from "./pages/event-page.ts";

const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
const everyAnswer = ["accepted", "tentative", "declined"] as const;

/** One event, in order: each part finds it as the one before left it. */
describe("the answers as they came", () => {
  let world: World;
  let session: BrowserSession;
  let event: EventDetail;
  let megan: Visitor;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const lead = world.as(people.lead);
    const { body } = await lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId),
    );
    event = await waitFor("the invitations", async () => {
      const seen = await lead.event(body.id);
      return seen.status === "scheduled" && seen;
    });
    megan = await session.visit(people.lead);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const answer = async (person: string, given: GivenAnswer) => {
    const stored = await world
      .as(person)
      .send("PUT", `/api/events/${event.id}/response`, { answer: given });
    expect(stored.status).toBe(200);
  };
  const timeline = () => eventPage(megan.app).timeline;
  const entry = (name: string, words: string) =>
    timeline()
      .entries.filter({ hasText: name })
      .filter({ hasText: words })
      .first();

  it("are empty at first and fill while the lead looks, in words for screen readers, too", async () => {
    await megan.open("/app", { subPageId: `events/${event.id}` });
    await timeline().region.getByText("Nobody has answered yet.").waitFor();
    expect(await lookAtTab(megan, "a timeline without answers")).toEqual([]);

    world.simulator.respond({
      person: adele,
      subject: "Lunch and learn",
      response: "accepted",
    });
    await entry("Adele Vance", "Going, in Outlook").waitFor();
    await timeline()
      .news.filter({ hasText: "Adele Vance: Going, in Outlook." })
      .waitFor();
    await answer(lidia, "tentative");
    await answer(adele, "declined");
    await entry(
      "Adele Vance",
      "Can't go, instead of Going, in Teams",
    ).waitFor();
    await timeline()
      .news.filter({ hasText: "2 new answers: 1 maybe and 1 can't go." })
      .waitFor();
    expect(await timeline().entries.allInnerTexts()).toEqual([
      expect.stringMatching(
        /^Adele Vance\s+Can't go, instead of Going, in Teams\s+now · \d+ \w+, \d\d?:\d\d$/,
      ),
      expect.stringMatching(/^Lidia Holloway\s+Maybe, in Teams\s+now · /),
      expect.stringMatching(/^Adele Vance\s+Going, in Outlook\s+/),
    ]);
    expect(await lookAtTab(megan, "a timeline")).toEqual([]);
  });

  it("say which were for an earlier time once the event has been moved", async () => {
    const lead = world.as(people.lead);
    const { version, group } = await lead.event(event.id);
    const { groupId: _group, ...change } = lunch(group.id, {
      start: "2031-12-02T12:00",
      end: "2031-12-02T13:00",
    });
    await lead.send("PUT", `/api/events/${event.id}`, change, {
      "If-Match": `"${version}"`,
    });
    await waitFor("all three to be void", async () => {
      const all = timeline().entries.filter({ hasText: "For an earlier time" });
      return (await all.count()) === 3;
    });
    const history = megan.app.getByRole("region", { name: "History" });
    await history.getByText("You changed the time.").waitFor();
    await history
      .getByText(/^Time: from “.*12:00–13:00.*” to “.*2 December.*”$/)
      .waitFor();
    await history.getByText("You scheduled the event.").waitFor();
    await answer(adele, "accepted");
    const valid = timeline().entries.filter({
      hasNotText: "For an earlier time",
    });
    await valid.waitFor();
    expect(await valid.innerText()).toMatch(/^Adele Vance\s+Going, in Teams/);
    expect(await lookAtTab(megan, "a timeline of a moved event")).toEqual([]);
  });

  it("go back to the first one, page by page, and by what was said", async () => {
    for (let n = 1; n < 130; n += 1) await answer(adele, everyAnswer[n % 3]!);
    // 129 of these, one to the new time before them, and three to the earlier one.
    await megan.open("/app", { subPageId: `events/${event.id}` });
    await waitFor(
      "the first few",
      async () => (await timeline().entries.count()) === 10,
    );
    for (const shown of [50, 100, 133]) {
      await timeline().showMore.click();
      await waitFor(`${shown} answers`, async () => {
        const count = await timeline().entries.count();
        return count === shown;
      });
    }
    await timeline().atEnd.waitFor();
    await entry("Lidia Holloway", "Maybe, in Teams").waitFor();
    expect(
      await timeline().atEnd.evaluate(
        (button) => button === document.activeElement,
      ),
    ).toBe(true);

    // A new one comes on top and moves nothing else.
    await answer(lidia, "declined");
    await entry("Lidia Holloway", "Can't go, in Teams").waitFor();
    expect(await timeline().entries.count()).toBe(134);

    await timeline().filter.selectOption("Maybe");
    await waitFor("one kind", async () => {
      const texts = await timeline().entries.allInnerTexts();
      return (
        texts.length === 10 && texts.every((text) => /\bMaybe, /.test(text))
      );
    });
    await timeline().showMore.click();
    await timeline().atEnd.waitFor();
    expect(await timeline().entries.count()).toBe(44);
    await entry("Lidia Holloway", "Maybe, in Teams").waitFor();
  });

  it("come again when older ones could not be loaded", async () => {
    await megan.page.route("**/answers?*", (route) => route.abort());
    await timeline().filter.selectOption("Can't go");
    await timeline()
      .region.getByText("ERG Events cannot be reached.")
      .waitFor();
    expect(session.takeComplaints()).toEqual([
      expect.stringContaining("net::ERR_FAILED"),
    ]);
    await megan.page.unroute("**/answers?*");
    await timeline().region.getByRole("button", { name: "Try again" }).click();
    await timeline().showMore.click();
    await timeline().atEnd.waitFor();
    expect(await timeline().entries.count()).toBe(45);
  });

  it("come back with what was missed when the backend was away", async () => {
    await timeline().filter.selectOption("All answers");
    await world.product().kill();
    await megan.app.getByText("The live connection is interrupted").waitFor();
    world.simulator.respond({
      person: "LynneR@contoso.com",
      subject: "Lunch and learn",
      response: "tentativelyAccepted",
    });
    await world.restart();
    await answer("EmilyB@contoso.com", "accepted");
    await entry("Emily Braun", "Going, in Teams").waitFor();
    await entry("Lynne Robbins", "Maybe, in Outlook").waitFor();
    await megan.app
      .getByText("The live connection is interrupted")
      .waitFor({ state: "detached" });
    session.takeComplaints();
  });

  it("run from right to left for readers of such languages, in their dates and numbers", async () => {
    const reader = await session.visit(people.lead, { locale: "ar-EG" });
    await reader.open("/app", { subPageId: `events/${event.id}` });
    const { region, entries } = eventPage(reader.app).timeline;
    await entries.first().waitFor();
    expect(
      await region.evaluate((part) => getComputedStyle(part).direction),
    ).toBe("rtl");
    const written = await entries.first().locator("time").innerText();
    expect(written).toMatch(/[٠-٩]|الآن/);
    await region.scrollIntoViewIfNeeded();
    await savePicture(reader.page, "a timeline from right to left");
    const frame = reader.page.frames()[1];
    expect(frame && (await violationsIn(frame))).toEqual([]);
    await reader.context.close();
  });

  it("are shown to nobody but leads", async () => {
    const member = await session.visit(adele);
    await member.open("/app", { subPageId: `events/${event.id}` });
    await eventPage(member.app).answer("Going").waitFor();
    expect(await eventPage(member.app).timeline.region.count()).toBe(0);
    await member.context.close();
  });
});
