import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";

const refused = "Invitations of “Refused lunch” (Women at Contoso)";
const quiet = "Invitations of an event of a confidential group";

describe("the page of stopped work", () => {
  let world: World;
  let session: BrowserSession;
  let admin: Visitor;
  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    admin = await session.visit(people.admin);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const entries = () =>
    admin.app.getByRole("list", { name: "Stopped work" }).getByRole("listitem");
  const status = (sentence: string) =>
    admin.app.getByRole("status").filter({ hasText: sentence }).waitFor();

  it("says that nothing has stopped, in every theme and at 320 px", async () => {
    await admin.open("/app", { subPageId: "settings" });
    await admin.app.getByRole("link", { name: "Stopped work" }).click();
    await admin.app.getByRole("heading", { name: "Stopped work" }).waitFor();
    await status("Nothing has stopped. Everything is done, or on its way.");
    expect(await lookAtTab(admin, "no stopped work")).toEqual([]);
  });

  it("shows what was given up when somebody comes back to it, and begins it again by keyboard", async () => {
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events",
      times: null,
      effect: { kind: "status", status: 400, when: "before" },
    });
    const groupId = await world.groupId("Women at Contoso", people.lead);
    await world
      .as(people.lead)
      .send("POST", "/api/events", lunch(groupId, { title: "Refused lunch" }));
    const confidentialLead = "LeeG@contoso.com";
    const confidential = await world.groupId("Pride Network", confidentialLead);
    await world
      .as(confidentialLead)
      .send("PUT", `/api/groups/${confidential}`, { confidential: true });
    await world
      .as(confidentialLead)
      .send(
        "POST",
        "/api/events",
        lunch(confidential, { title: "Quiet lunch" }),
      );
    await waitFor("both to be given up", async () => {
      const { body } = await world
        .as(people.admin)
        .send<{ work: unknown[] }>("GET", "/api/stopped-work");
      return body.work.length === 2;
    });
    await admin.page.bringToFront();
    await admin.page
      .frames()[1]
      ?.evaluate(() => window.dispatchEvent(new Event("focus")));
    await status("2 things have stopped.");
    await entries().filter({ hasText: refused }).waitFor();
    await entries().filter({ hasText: quiet }).waitFor();
    await entries()
      .filter({ hasText: /tried once/ })
      .first()
      .waitFor();
    expect(await admin.app.getByText("Quiet lunch").count()).toBe(0);
    expect(await lookAtTab(admin, "stopped work")).toEqual([]);

    world.simulator.clearFaults();
    await press(
      admin.page,
      admin.app.getByRole("button", { name: `Try again: ${refused}` }),
    );
    await entries().filter({ hasText: refused }).waitFor({ state: "detached" });
    await status("One thing has stopped.");
    // What was pressed is gone; the focus is where the news is.
    expect(
      await admin.page
        .frames()[1]
        ?.evaluate(() => document.activeElement?.textContent),
    ).toBe("One thing has stopped.");
    await press(
      admin.page,
      admin.app.getByRole("button", { name: "Try all again" }),
    );
    await status("Nothing has stopped.");
  });

  it("is for admins alone", async () => {
    const lead = await session.visit(people.lead);
    await lead.open("/app", { subPageId: "settings/stopped-work" });
    await lead.app
      .getByText("Only administrators of ERG Events", { exact: false })
      .waitFor();
  });
});
