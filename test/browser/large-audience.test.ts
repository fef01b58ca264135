import { heldEvents, type HeldEvents } from "../harness/held-events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";

const persons = (count: number) =>
  Array.from({ length: count }, (_, n) => `guest-${n + 1}@partner.example`);

describe("a large audience in the tab", () => {
  let world: World;
  let session: BrowserSession;
  let lead: Visitor;
  let held: HeldEvents;
  beforeAll(async () => {
    world = await openWorld({ environment: { WAVE_SIZE: "3" } });
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    held = heldEvents(
      world,
      await world.groupId("Women at Contoso", people.lead),
    );
    lead = await session.visit(people.lead);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const status = (sentence: string | RegExp) =>
    lead.app.getByRole("status").filter({ hasText: sentence }).waitFor();

  /** How long Outlook takes to create an event, in milliseconds. */
  const takesEachTime = (ms: number) => {
    world.simulator.clearFaults();
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      times: null,
      effect: { kind: "latency", ms },
    });
  };

  it("is paused, resumed and stopped by keyboard while it is invited, and shows how far it is", async () => {
    takesEachTime(1200);
    const { body: event } = await held.schedule("Large lunch", {
      audience: { group: false, addresses: persons(60) },
    });
    await lead.open("/app", { subPageId: `events/${event.id}` });
    await status(/^Sending invitations: \d+ of 60\.$/);
    const bar = lead.app.getByRole("progressbar", { name: "Invitations sent" });
    await bar.waitFor();
    await press(lead.page, lead.app.getByRole("button", { name: "Pause" }));
    await status(
      /^Megan Bowen has paused this\. \d+ of 60 invitations are out\. Nothing more goes out until a lead resumes it\.$/,
    );
    expect(await lookAtTab(lead, "a paused event")).toEqual([]);
    const stopInviting = () =>
      press(lead.page, lead.app.getByRole("button", { name: "Stop inviting" }));
    const dialog = lead.app.getByRole("dialog", { name: "Stop inviting?" });
    await stopInviting();
    await dialog.waitFor();
    expect(await lookAtTab(lead, "before inviting is stopped")).toEqual([]);
    await press(
      lead.page,
      dialog.getByRole("button", { name: "Go on inviting" }),
    );
    await dialog.waitFor({ state: "detached" });

    // Long enough to be stopped on the way.
    takesEachTime(4000);
    await press(lead.page, lead.app.getByRole("button", { name: "Resume" }));
    await status(/^Sending invitations/);
    await stopInviting();
    await press(
      lead.page,
      dialog.getByRole("button", { name: "Stop inviting" }),
    );
    await dialog.waitFor({ state: "detached" });
    world.simulator.clearFaults();
    const out = await waitFor("the rest to be left out", async () => {
      const seen = await world.as(people.lead).event(event.id);
      return seen.status === "scheduled" && seen.progress.total < 60 && seen;
    });
    await status(
      `Scheduled. ${out.progress.total} people have the invitation.`,
    );
  }, 120_000);

  it("is explained in the review before anything is sent", async () => {
    await lead.open("/app", { subPageId: "events/new" });
    await lead.app.getByLabel("Title").fill("Larger lunch");
    await lead.app.getByRole("button", { name: "Review and send" }).click();
    const dialog = lead.app.getByRole("dialog");
    await dialog
      .getByText(/of the 9,\d+ mails that the service account/)
      .waitFor();
    await dialog
      .getByText(/Outlook invites 3 people at most to one event/)
      .waitFor();
    expect(await lookAtTab(lead, "the review of a large audience")).toEqual([]);

    // Everybody by name, before anybody is mailed.
    const all = dialog.getByRole("button", { name: /^Show all \d+$/ });
    const count = Number(/\d+/.exec(await all.innerText())?.[0]);
    await lead.page.keyboard.press("Tab");
    await press(lead.page, all);
    const listed = dialog.getByRole("list", { name: `Show all ${count}` });
    await listed.getByRole("listitem").first().waitFor();
    expect(await listed.getByRole("listitem").count()).toBe(
      Math.min(count, 50),
    );
    const find = dialog.getByRole("searchbox", { name: "Find somebody" });
    await find.fill("diego");
    await listed.getByText("DiegoS@contoso.com").waitFor();
    expect(await listed.getByRole("listitem").count()).toBe(1);
    expect(await lookAtTab(lead, "everybody who will be mailed")).toEqual([]);
    await find.fill("nobody of this name");
    await dialog.getByText("None of them has this in it.").waitFor();
    await press(lead.page, dialog.getByRole("button", { name: "Show fewer" }));
    await listed.waitFor({ state: "detached" });
  }, 120_000);

  it("counts the seconds until Outlook may be asked again for the eye, and says so once to who listens", async () => {
    world.simulator.clearFaults();
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      times: 1,
      effect: {
        kind: "status",
        status: 429,
        retryAfterSeconds: 60,
        when: "before",
      },
    });
    const { body: event } = await held.schedule("Patient lunch", {
      audience: { group: false, addresses: persons(3) },
    });
    await lead.open("/app", { subPageId: `events/${event.id}` });
    await status("Outlook is busy; the next try starts by itself.");
    const seen = lead.app.getByText(/^Retrying in \d+ s$/);
    const seconds = async () =>
      Number(/\d+/.exec(await seen.innerText())?.[0] ?? NaN);
    const heard = lead.app
      .getByRole("status")
      .filter({ hasText: "The next try is at" });
    const first = await seconds();
    expect(first).toBeLessThanOrEqual(60);
    const said = await heard.textContent();
    await waitFor("the time to pass", async () => (await seconds()) < first);
    expect(await heard.textContent()).toBe(said);
    expect(await seen.getAttribute("aria-hidden")).toBe("true");
    expect(await lookAtTab(lead, "a next try")).toEqual([]);
  }, 120_000);
});
