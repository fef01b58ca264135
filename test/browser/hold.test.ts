import type { EventDetail } from "../../bot/contract/events.ts";
import { addLead } from "../harness/add-lead.ts";
import {
  changeOf,
  heldEvents,
  mailsAbout,
  type HeldEvents,
} from "../harness/held-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { lookAtTab } from "./look-at-page.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";

describe("stopping and merging in a browser", () => {
  let world: World;
  let session: BrowserSession;
  let held: HeldEvents;
  let megan: Visitor;
  let first: EventDetail;
  let second: EventDetail;

  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    await addLead(world, { groupId, person: diego });
    held = heldEvents(world, groupId);
    const onlyAdele = { audience: { group: false, addresses: [adele] } };
    [first, second] = await Promise.all([
      held.scheduled("Lunch and learn", onlyAdele),
      held.scheduled("Speaking up", onlyAdele),
    ]);
    await untilIdle(world);
    // Long enough that nothing goes out while a test looks at it.
    await world.product().stop();
    await world.restart({ SEND_HOLD_SECONDS: "300" });
    session = await openBrowserSession(world.simulator.pagesUrl);
    megan = await session.visit(people.lead);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => {
    expect(session.takeComplaints()).toEqual([]);
  });

  const open = (subPageId: string) => megan.open("/app", { subPageId });
  const stopButton = () => eventPage(megan.app).stop;
  const waits = (sentence: RegExp) =>
    megan.app.getByRole("status").filter({ hasText: sentence });

  it("shows how long a new event waits, and opens the form again when it is stopped", async () => {
    await open("events/new");
    const form = eventForm(megan.app);
    await form.fill({
      Title: "Coffee",
      "Start date": "2031-12-10",
      "Start time": "12:30",
      Location: "Room 4",
    });
    const dialog = await form.review("Send the invitations?");
    await dialog.getByRole("button", { name: "Send 12 invitations" }).click();
    await waits(
      /^The event is sent in \d+ seconds. Until then it can be stopped.$/,
    ).waitFor();
    await megan.app.getByText(/^Sending in \d+ s$/).waitFor();
    expect(
      await megan.app.getByRole("button", { name: "Cancel event" }).count(),
    ).toBe(0);
    expect(await lookAtTab(megan, "an event that waits to be sent")).toEqual(
      [],
    );

    await stopButton().focus();
    await megan.page.keyboard.press("Enter");
    await megan.app.getByText("Nothing was sent.").waitFor();
    const title = megan.app.getByRole("textbox", { name: "Title" });
    expect(await title.inputValue()).toBe("Coffee");
    const place = megan.app.getByRole("textbox", { name: "Location" });
    expect(await place.inputValue()).toBe("Room 4");
    await untilIdle(world);
    expect(mailsAbout(world, "Coffee")).toEqual({});
    const { events } = await world.as(people.lead).events();
    expect(events.map((event) => event.title)).not.toContain("Coffee");
    await megan.app.getByRole("button", { name: "Start over" }).click();
  });

  it("opens the form with the change when that is stopped", async () => {
    await open(`events/${first.id}/edit`);
    const form = eventForm(megan.app);
    await form.fill({ Location: "Room 5" });
    const dialog = await form.review("Send the changes?");
    await dialog.getByRole("button", { name: "Send 1 update" }).click();
    await waits(/^The change is sent in/).waitFor();
    // The event itself is as it was.
    await megan.app.getByText("Room 4").waitFor();
    await stopButton().click();
    await megan.app.getByText("Nothing was sent.").waitFor();
    const place = megan.app.getByRole("textbox", { name: "Location" });
    expect(await place.inputValue()).toBe("Room 5");
    await megan.app.getByRole("button", { name: "Start over" }).click();
    expect(await place.inputValue()).toBe("Room 4");
    await untilIdle(world);
    expect(mailsAbout(world, first.title)).toEqual({ [adele]: ["invitation"] });
  });

  it("keeps the words of a cancellation that is stopped", async () => {
    await open(`events/${first.id}`);
    const cancelButton = megan.app.getByRole("button", {
      name: "Cancel event",
    });
    await cancelButton.click();
    const dialog = megan.app.getByRole("dialog", {
      name: "Cancel this event?",
    });
    const message = dialog.getByRole("textbox", { name: "Message" });
    await message.fill("The room is flooded.");
    await dialog
      .getByRole("button", { name: "Cancel event and send 1 cancellation" })
      .click();
    await waits(/^The cancellation is sent in/).waitFor();
    expect(await cancelButton.count()).toBe(0);
    await stopButton().click();
    await eventPage(megan.app)
      .status("Nothing was sent. The event stays as it is.")
      .waitFor();
    await cancelButton.click();
    expect(await message.inputValue()).toBe("The room is flooded.");
    await dialog.getByRole("button", { name: "Keep event" }).click();
    await untilIdle(world);
    expect(mailsAbout(world, first.title)).toEqual({ [adele]: ["invitation"] });
  });

  it("shows where two leads differ, and sends what the second chose", async () => {
    await open(`events/${second.id}/edit`);
    const form = eventForm(megan.app);
    await form.fill({
      Title: "Speaking up together",
      Location: "Room 5",
      "Other people": "guest@fabrikam.com,",
    });
    const seen = await world.as(diego).event(second.id);
    const others = await held.change(
      seen,
      changeOf(seen, {
        location: "Room 6",
        description: "With tea.",
        audience: { group: false, addresses: [adele, diego] },
      }),
      world.as(diego),
    );
    expect(others.status).toBe(200);

    const dialog = await form.review("Send the changes?");
    await dialog.getByText(/takes the place of the change/).waitFor();
    await dialog.getByRole("button", { name: /^Send / }).click();
    await dialog.getByRole("button", { name: "Load the newest" }).click();

    const place = megan.app.getByRole("radiogroup", { name: "Location" });
    await place.waitFor();
    await megan.app.getByText(/^Diego Siciliani changed this event/).waitFor();
    expect(await lookAtTab(megan, "two changes of one event")).toEqual([]);

    // A reload loses nothing either.
    await open(`events/${second.id}/edit`);
    await place.waitFor();
    const side = (field: string, label: RegExp) =>
      megan.app
        .getByRole("radiogroup", { name: field })
        .getByRole("radio", { name: label });
    expect(
      await side("Title", /^Yours: Speaking up together$/).isChecked(),
    ).toBe(true);
    expect(
      await side("Description", /^Diego Siciliani: With tea\.$/).isChecked(),
    ).toBe(true);
    for (const label of [/^Yours: Room 5$/, /^Diego Siciliani: Room 6$/])
      expect(await side("Location", label).isChecked()).toBe(false);
    await megan.app.getByText("You added guest@fabrikam.com.").waitFor();
    await megan.app
      .getByText(`Diego Siciliani added ${diego.toLowerCase()}.`)
      .waitFor();

    const goOn = megan.app.getByRole("button", { name: "Go on with this" });
    await goOn.click();
    await megan.app.getByText("Choose one of the two.").waitFor();
    await side("Location", /^Diego Siciliani: Room 6$/).check();
    await goOn.click();

    await megan.app.getByRole("textbox", { name: "Title" }).waitFor();
    const again = await form.review("Send the changes?");
    await again.getByRole("button", { name: /^Send / }).click();
    await waits(/^The change is sent in/).waitFor();
    const { held: waiting } = await world.as(people.lead).event(second.id);
    expect(waiting?.content).toMatchObject({
      title: "Speaking up together",
      location: "Room 6",
      description: "With tea.",
      audience: {
        addresses: [
          adele.toLowerCase(),
          diego.toLowerCase(),
          "guest@fabrikam.com",
        ],
      },
    });
    // The refusal that led to the merge.
    expect(session.takeComplaints()).toEqual([expect.stringContaining("412")]);
  });

  it("tells another lead whose change waits, and lets them stop it", async () => {
    const other = await session.visit(diego);
    await other.open("/app", { subPageId: `events/${second.id}` });
    await other.app
      .getByText(/^Sending the change of Megan Bowen in \d+ s$/)
      .waitFor();
    await eventPage(other.app).stop.click();
    await other.app.getByText("Nothing was sent.").waitFor();
    await other.context.close();
    await waits(
      /^Your change was stopped before it went out. Nothing was sent.$/,
    ).waitFor();
    await megan.app
      .getByRole("button", { name: "Open it in the form" })
      .click();
    const title = megan.app.getByRole("textbox", { name: "Title" });
    expect(await title.inputValue()).toBe("Speaking up together");
    await untilIdle(world);
    expect(mailsAbout(world, second.title)).toEqual({
      [adele]: ["invitation"],
    });
  });
});
