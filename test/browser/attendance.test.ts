import type { EventDetail } from "../../bot/contract/events.ts";
import { addLead } from "../harness/add-lead.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { moveEvent } from "../harness/move-event.ts";
import {
  minutesAgo,
  openPastEvents,
  type PastEvents,
} from "../harness/past-events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press, typeInto } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";
import { attendancePart } from "./pages/attendance-part.ts";

const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
const contributor = "LynneR@contoso.com";
const title = "Lunch and learn";

/** One event, in order: each part finds it as the one before left it. */
describe("attendance on the event's page", () => {
  let world: World;
  let session: BrowserSession;
  let channel: TestChannel;
  let past: PastEvents;
  let event: EventDetail;
  let megan: Visitor;
  let lynne: Visitor;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    channel = await openChannel(world);
    past = await openPastEvents(world);
    await addLead(world, { groupId: channel.groupId, person: contributor });
    event = await channel.schedule(title);
    for (const [person, answer] of [
      [adele, "accepted"],
      [lidia, "accepted"],
      [contributor, "tentative"],
    ] as const)
      await world
        .as(person)
        .send("PUT", `/api/events/${event.id}/response`, { answer });
    megan = await session.visit(people.lead);
    lynne = await session.visit(contributor);
  }, 90_000);
  afterAll(async () => {
    await session.close();
    await past.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const open = (visitor: Visitor, id = event.id) =>
    visitor.open("/app", { subPageId: `events/${id}` });
  const attendance = (id = event.id) =>
    past.attendance(id, world.as(people.lead));
  const hasFocus = (visitor: Visitor, name: string) =>
    waitFor(`the focus on ${name}`, () =>
      visitor.app
        .locator(":focus")
        .evaluate(
          (element) =>
            element.getAttribute("aria-label") ?? element.textContent,
        )
        .then((text) => text?.includes(name)),
    );

  it("is there for leads from an hour before the event on, and for nobody else", async () => {
    await open(megan);
    await megan.app.getByRole("region", { name: "Cards" }).waitFor();
    expect(await attendancePart(megan.app).region.count()).toBe(0);
    await moveEvent(world, event.id, { start: 30, end: 90 });
    const member = await session.visit(adele);
    await Promise.all([open(megan), open(lynne), open(member)]);
    for (const { app } of [megan, lynne])
      await attendancePart(app)
        .status("Tick off who is in the room.")
        .waitFor();
    await member.app.getByRole("region", { name: "Answers" }).waitFor();
    expect(await attendancePart(member.app).region.count()).toBe(0);
    await member.context.close();
  }, 60_000);

  it("lets a lead tick people off by the keyboard alone, which the others see", async () => {
    const { status, tick } = attendancePart(megan.app);
    await status("Nobody is ticked off yet.").waitFor();
    await press(megan.page, tick("Adele Vance"), "Space");
    await status("1 person is ticked off in the room.").waitFor();
    expect(await tick("Adele Vance").isChecked()).toBe(true);
    await hasFocus(megan, "Adele Vance");
    const theirs = attendancePart(lynne.app);
    await theirs.status("1 person is ticked off in the room.").waitFor();
    await waitFor("the tick of somebody else", () =>
      theirs.tick("Adele Vance").isChecked(),
    );
    expect(await lookAtTab(megan, "people ticked off")).toEqual([]);
  }, 60_000);

  it("takes back a tick that could not be stored, and says what counts", async () => {
    const { region, tick } = attendancePart(megan.app);
    await megan.page.route("**/attendance/room", (route) => route.abort());
    await tick("Johanna Lorenz").click();
    await region
      .getByRole("alert")
      .filter({ hasText: "Johanna Lorenz was not ticked off. ERG Events" })
      .waitFor();
    expect(await tick("Johanna Lorenz").isChecked()).toBe(false);
    expect(session.takeComplaints()).toEqual([
      expect.stringContaining("net::ERR_FAILED"),
    ]);
    await megan.page.unroute("**/attendance/room");
    await tick("Johanna Lorenz").click();
    await attendancePart(megan.app)
      .status("2 people are ticked off in the room.")
      .waitFor();
    expect(await region.getByRole("alert").count()).toBe(0);
  });

  it("adds somebody who was not invited, and lets them go with their tick", async () => {
    const { add, dialog, tick, person, status } = attendancePart(megan.app);
    const { page } = megan;
    await press(page, add);
    const name = dialog.getByRole("textbox", { name: "Name" });
    const address = dialog.getByRole("textbox", { name: "E-mail address" });
    await typeInto(page, address, "sam at home");
    await page.keyboard.press("Enter");
    await dialog.getByText("Enter the person's name.").waitFor();
    await dialog
      .getByText("Type an address such as name@company.com")
      .waitFor();
    expect(
      await name.evaluate((field) => field === document.activeElement),
    ).toBe(true);
    expect(await lookAtTab(megan, "adding somebody to the room")).toEqual([]);
    await typeInto(page, name, "Sam Rivera");
    await typeInto(page, address, "sam@fabrikam.com");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await status("Sam Rivera is on the list").waitFor();
    await hasFocus(megan, "Add somebody who was in the room");
    await person("Sam Rivera").filter({ hasText: "Not invited" }).waitFor();
    await status("3 people are ticked off in the room.").waitFor();

    await press(page, tick("Sam Rivera"), "Space");
    await status("Sam Rivera is off the list.").waitFor();
    await person("Sam Rivera").waitFor({ state: "detached" });
    await hasFocus(megan, "Sam Rivera is off the list.");
    await status("2 people are ticked off in the room.").waitFor();
  }, 60_000);

  it("says when the next try is, as long as Teams has no report", async () => {
    await past.letBeOver(event.id);
    world.simulator.holdMeeting({
      subject: title,
      reportAfterSeconds: 36_000,
      sessions: [
        {
          startedAt: minutesAgo(122),
          endedAt: minutesAgo(85),
          joins: [
            { person: adele },
            { person: contributor },
            { person: people.organizer },
            { phone: { number: "+14255550100" } },
          ],
        },
        {
          startedAt: minutesAgo(80),
          endedAt: minutesAgo(60),
          viewOnly: 2,
          joins: [
            { person: adele },
            { guest: { name: "Kim Guest", address: "kim@fabrikam.com" } },
          ],
        },
      ],
    });
    await past.lookNow();
    const { nextTryAt } = await past.until(
      event.id,
      world.as(people.lead),
      ({ problem }) => problem?.code === "noReportYet",
    );
    await open(megan);
    const time = new Intl.DateTimeFormat("en-GB", {
      hour: "numeric",
      minute: "2-digit",
      timeZone: "Europe/London",
    }).format(new Date(nextTryAt ?? ""));
    await attendancePart(megan.app).status(`Next try at ${time}.`).waitFor();
    expect(await lookAtTab(megan, "attendance without a report")).toEqual([]);
  }, 60_000);

  it("tells who came in a sentence, a chart and a table once Teams has it, by itself", async () => {
    world.simulator.showAttendanceReports();
    await past.lookAgain(event.id);
    const {
      region,
      status,
      chart,
      person,
      filter,
      people: rows,
    } = attendancePart(megan.app);
    await status(
      "5 people came: 1 of 2 who had accepted, 1 of 1 who had answered “maybe” and 3 without an RSVP. 1 who had accepted did not come.",
    ).waitFor();
    await status(
      "4 were in the Teams meeting and 2 in the room, 1 of them in both.",
    ).waitFor();
    expect(await chart()).toEqual([
      ["Going", "1", "1"],
      ["Maybe", "1", "0"],
      ["Not answered", "1", "8"],
      ["Not invited", "2", "0"],
    ]);
    await region.getByText("which ran twice").waitFor();
    await region.getByText("Teams counted 2 more people").waitFor();
    await person("By phone").filter({ hasText: "+1425" }).waitFor();
    await person("Kim Guest").filter({ hasText: "Guest" }).waitFor();
    expect(await person("Contoso ERGs").count()).toBe(0);
    expect(await lookAtTab(megan, "attendance")).toEqual([]);

    await filter.selectOption("Accepted and did not come");
    await status("1 person.").waitFor();
    await person("Lidia Holloway").waitFor();
    expect(await rows.count()).toBe(2);
    await filter.selectOption("Came without an RSVP");
    await status("3 people.").waitFor();
    await filter.selectOption("Came");
    await status("5 people.").waitFor();
    await filter.selectOption("Everybody");
  }, 60_000);

  it("finds people by name or address", async () => {
    const { search, status, person } = attendancePart(megan.app);
    await typeInto(megan.page, search, "adelev@");
    await status("1 person.").waitFor();
    await person("Adele Vance").waitFor();
    await typeInto(megan.page, search, "nobody here");
    await status("Nobody here has this in name or address.").waitFor();
    await search.fill("");
    await status("14 people.").waitFor();
  });

  it("thanks people in the channels after a look at the words, by the keyboard", async () => {
    const { thank, dialog, status } = attendancePart(megan.app);
    await press(megan.page, thank);
    await dialog.getByText("A new message in General will say:").waitFor();
    const words = (await attendance()).forLeads?.thanks.text ?? "";
    expect(words).toContain("5 people");
    await dialog.getByText(words).waitFor();
    expect(await lookAtTab(megan, "before thanking")).toEqual([]);
    await press(megan.page, dialog.getByRole("button", { name: "Post it" }));
    await status(/^Megan Bowen thanked people in General, /).waitFor();
    expect(await thank.count()).toBe(0);
    await channel.shows(title, words);
    await attendancePart(lynne.app)
      .status(/^Megan Bowen thanked people in General, /)
      .waitFor();
  }, 60_000);

  it("gives owners the list as a file, by the keyboard, and says who took it", async () => {
    const { download, region } = attendancePart(megan.app);
    const saved = megan.page.waitForEvent("download");
    await press(megan.page, download);
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^Lunch and learn .*\.csv$/);
    const stream = await file.createReadStream();
    const text = (await stream.toArray()).join("");
    expect(text.split("\r\n")).toHaveLength(16);
    expect(text).toContain('"Kim Guest"');
    await region.getByText("The list is with your downloads.").waitFor();
    await region.getByText(/The last: Megan Bowen \(/).waitFor();
    const theirs = attendancePart(lynne.app);
    await theirs.region
      .getByText("Owners of the group can download the list.")
      .waitFor();
    expect(await theirs.download.count()).toBe(0);
  }, 60_000);

  it("says why a download failed, until one succeeds", async () => {
    const { download, region } = attendancePart(megan.app);
    await megan.page.route("**/attendance.csv", (route) => route.abort());
    await download.click();
    const failure = region
      .getByRole("alert")
      .filter({ hasText: "ERG Events cannot be reached." });
    await failure.waitFor();
    expect(session.takeComplaints()).toEqual([
      expect.stringContaining("net::ERR_FAILED"),
    ]);
    await megan.page.unroute("**/attendance.csv");
    const saved = megan.page.waitForEvent("download");
    await download.click();
    await saved;
    await failure.waitFor({ state: "detached" });
  });

  it("tells members how many came, and no names", async () => {
    const member = await session.visit(lidia);
    await open(member);
    const { region, status } = attendancePart(member.app);
    await status("5 people came.").waitFor();
    expect(await region.getByRole("table").count()).toBe(0);
    expect(await region.getByText("Adele").count()).toBe(0);
    expect(await lookAtTab(member, "attendance as a member")).toEqual([]);
    await member.context.close();
  }, 60_000);

  it("keeps what it shows while it cannot be loaded anew, and follows again afterwards", async () => {
    const { region, person, status } = attendancePart(megan.app);
    const tickLidia = async (inRoom: boolean) => {
      const { people: found } = await past.people(
        event.id,
        world.as(people.lead),
        "?search=Lidia",
      );
      const body = { key: found[0]?.key, inRoom };
      const path = `/api/events/${event.id}/attendance/room`;
      const stored = await world.as(contributor).send("PUT", path, body);
      expect(stored.status).toBe(200);
    };
    await megan.page.route("**/attendance**", (route) => route.abort());
    await tickLidia(true);
    await region
      .getByRole("alert")
      .filter({ hasText: "ERG Events cannot be reached." })
      .first()
      .waitFor();
    await person("Lidia Holloway").waitFor();
    await status("5 people came:").waitFor();
    await megan.page.unroute("**/attendance**");
    await tickLidia(false);
    await tickLidia(true);
    await status("6 people came: 2 of 2 who had accepted").waitFor();
    await region.getByRole("alert").first().waitFor({ state: "detached" });
    session.takeComplaints();
  }, 60_000);

  it("asks again where nothing could be loaded at all", async () => {
    const { region, filter, status } = attendancePart(megan.app);
    await megan.page.route("**/attendance/people**", (route) => route.abort());
    await filter.selectOption("Came");
    await region
      .getByRole("alert")
      .filter({ hasText: "ERG Events cannot be reached." })
      .waitFor();
    await megan.page.unroute("**/attendance/people**");
    await region.getByRole("button", { name: "Try again" }).click();
    await status("6 people.").waitFor();
    session.takeComplaints();
  });

  it("says what keeps it from being known, with what helps, to leads", async () => {
    const inPerson = await channel.schedule("In the park", {
      isOnline: false,
      channelIds: [],
    });
    await past.letBeOver(inPerson.id);
    await open(megan, inPerson.id);
    const { problem } = await attendance(inPerson.id);
    expect(problem?.code).toBe("noMeeting");
    const part = attendancePart(megan.app);
    await part.status(problem?.sentence ?? "-").waitFor();
    await part.region.getByText(problem?.cure ?? "-").waitFor();
    expect(await lookAtTab(megan, "attendance without a meeting")).toEqual([]);

    const member = await session.visit(adele);
    await open(member, inPerson.id);
    await attendancePart(member.app)
      .status("How many came is not known.")
      .waitFor();
    await member.context.close();
  }, 90_000);

  it("shows a hundred of many, and more at a wish", async () => {
    const addresses = Array.from(
      { length: 130 },
      (_, n) => `p${String(n).padStart(3, "0")}@contoso.com`,
    );
    const large = await channel.schedule("For many", {
      isOnline: false,
      channelIds: [],
      audience: { group: false, addresses },
    });
    await past.letBeOver(large.id);
    await open(megan, large.id);
    const part = attendancePart(megan.app);
    await part.status("The first 100 of 130 people.").waitFor();
    expect(await part.people.count()).toBe(101);
    await press(megan.page, part.skip);
    await press(megan.page, part.showMore);
    await part.status(/^130 people\.$/).waitFor();
    expect(await part.people.count()).toBe(131);
    await hasFocus(megan, "These are all");
    // What is loaded anew because of a tick is as much as was there.
    await part.tick("p129@contoso.com").press("Space");
    await part.status("1 person came:").waitFor();
    expect(await part.people.count()).toBe(131);
  }, 120_000);
});
