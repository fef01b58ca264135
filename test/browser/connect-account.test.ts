import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";
import { settingsPage, signInPages } from "./pages/settings-page.ts";

const reachesFurther = "A consent reaches further than it has to.";
const contosoErgs = "Contoso ERGs (ergs@contoso.com)";

/** One story, told in order: each part finds the connection as the one before left it. */
describe("connecting the service account in a browser", () => {
  let world: World;
  let session: BrowserSession;
  let isaiah: Visitor;
  let settings: ReturnType<typeof settingsPage>;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    isaiah = await session.visit(people.admin);
    settings = settingsPage(isaiah);
    await isaiah.open("/app", { subPageId: "settings" });
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("refuses a wrong account, and says which came and which is expected", async () => {
    const window = await settings.connect();
    const signIn = signInPages(window);
    await signIn.pick(people.admin);
    await signIn.accept();
    await signIn.refused.waitFor();
    await settings
      .alert(/isaiahl@contoso\.com.*the service account is ergs@contoso\.com/)
      .waitFor();
    await settings.standing("Not connected.").waitFor();
    expect(await lookAtTab(isaiah, "a wrong account")).toEqual([]);
    await window.close();
    // The page in that window says so by its status, too.
    expect(session.takeComplaints()).toEqual([statusOf("/auth/callback", 400)]);
    // Entra has kept what Isaiah accepted for himself by mistake.
    await inAdminCenter("Remove all from Isaiah Langer alone");
  });

  it("shows three ways when an administrator has to approve first, with the script filled in", async () => {
    world.simulator.changeSettings({ adminApprovalRequired: true });
    const window = await settings.connect();
    const signIn = signInPages(window);
    await signIn.pick(people.organizer);
    await signIn.leaveWall();
    await signIn.refused.waitFor();
    await window.close();
    await settings.alert(/cancelled, or your organization wants/).waitFor();
    await settings.way(/^1\. .*alone/).waitFor();
    await settings.tab("Command line").click();
    const script = isaiah.app.getByRole("region", {
      name: "Script for the command line",
    });
    expect(await script.textContent()).toContain(people.organizer);
    expect(await lookAtTab(isaiah, "the three ways to approval")).toEqual([]);
    expect(session.takeComplaints()).toEqual([
      statusOf("/pick", 403),
      statusOf("/auth/callback", 400),
    ]);
  });

  it("connects after the grant to the one account, once the admin confirms who has signed in", async () => {
    await inAdminCenter("Grant to Contoso ERGs alone");
    const window = await settings.connect("Finish connecting");
    const closed = window.waitForEvent("close");
    const signIn = signInPages(window);
    await signIn.pick(people.organizer);
    await signIn.signedIn.waitFor();
    await closed;
    await settings.question(contosoErgs).waitFor();
    await settings.standing("Connecting.").waitFor();
    expect(await hasFocus(contosoErgs)).toBe(true);
    expect(await lookAtTab(isaiah, "the question who has signed in")).toEqual(
      [],
    );

    // Everything is the backend's to know: a reload finds the question again.
    await isaiah.page.reload();
    await settings.question(contosoErgs).waitFor();
    await press(
      isaiah.page,
      settings.question(contosoErgs).getByRole("button", { name: "Confirm" }),
    );
    await settings
      .standing("Connected. Invitations come from Contoso ERGs.")
      .waitFor();
    await isaiah.app.getByText("Set-up complete.").waitFor();
    expect(await settings.way(/^1\. /).count()).toBe(0);
    expect(await isaiah.app.getByText(reachesFurther).count()).toBe(0);
    expect(await lookAtTab(isaiah, "a complete set-up")).toEqual([]);
  });

  it("leads from a missing licence to a complete set-up, step by step", async () => {
    world.simulator.changeSettings({ serviceAccountTeamsLicense: false });
    await settings.checkAgain.click();
    await settings
      .standing(/^Needs attention\..*something smaller is missing/)
      .waitFor();
    await settings
      .check("Teams meetings.")
      .getByRole("img", { name: "Warning" })
      .waitFor();
    await isaiah.app
      .getByRole("heading", { name: "How the account gets its licence" })
      .waitFor();
    expect(await lookAtTab(isaiah, "a missing licence")).toEqual([]);

    world.simulator.changeSettings({ serviceAccountTeamsLicense: true });
    await settings.checkAgain.click();
    await isaiah.app.getByText("Set-up complete.").waitFor();
    await settings.standing("Connected.").waitFor();
  });

  it("changes nothing when the admin discards who has signed in", async () => {
    const window = await settings.connect("Connect again");
    const signIn = signInPages(window);
    await signIn.pick(people.organizer);
    const question = settings.question(contosoErgs);
    await question.getByRole("button", { name: "Discard" }).click();
    await question.waitFor({ state: "detached" });
    await settings.standing("You threw this sign-in away").waitFor();
    await settings.standing("Connected.").waitFor();
  });

  it("lets an admin choose who reads attendance, and gives the script that it takes", async () => {
    const { app } = isaiah;
    const attendance = app.getByRole("region", { name: "Attendance" });
    await attendance.getByRole("radio", { name: /^The app reads/ }).check();
    await attendance
      .getByText("The app itself may not read attendance")
      .waitFor();
    const script = attendance.getByRole("region", {
      name: "Script for PowerShell: attendance by the app",
    });
    expect(await script.textContent()).toContain(people.organizer);
    expect(await lookAtTab(isaiah, "attendance read by the app")).toEqual([]);
    await attendance
      .getByRole("radio", { name: /^The service account reads/ })
      .check();
    await script.waitFor({ state: "detached" });
    await app.getByText("Set-up complete.").waitFor();
  });

  it("shows an admin what a member sees, in this browser alone, until they come back", async () => {
    const asAdmin = isaiah.app.getByRole("switch", { name: "View as admin" });
    const settingsLink = isaiah.app.getByRole("link", { name: "Settings" });
    await asAdmin.uncheck();
    await isaiah.app.getByText("You see ERG Events as a member does").waitFor();
    expect(await settingsLink.count()).toBe(0);
    await isaiah.page.reload();
    await isaiah.app.getByText("You see ERG Events as a member does").waitFor();
    expect(await asAdmin.isChecked()).toBe(false);
    expect(
      await lookAtTab(isaiah, "the settings in the member's view"),
    ).toEqual([]);
    await asAdmin.check();
    await settings.standing("Connected.").waitFor();
    expect(await settingsLink.count()).toBe(1);

    const megan = await session.visit(people.lead);
    await megan.open("/app");
    await megan.app.getByRole("button", { name: "Schedule event" }).waitFor();
    expect(await megan.app.getByRole("switch").count()).toBe(0);
    await megan.context.close();
  });

  it("disconnects, and says what Entra still holds", async () => {
    await isaiah.app.getByRole("button", { name: "Disconnect" }).click();
    const dialog = isaiah.app.getByRole("dialog", {
      name: "Disconnect the service account?",
    });
    await dialog.getByText(/What Entra keeps is the consent\./).waitFor();
    await dialog.getByRole("button", { name: "Disconnect" }).click();
    await settings.standing("Not connected.").waitFor();
    // The button that had the focus is gone.
    await isaiah.app
      .locator("[aria-label='State of the connection']:focus")
      .waitFor();
    await inAdminCenter("Remove all from Contoso ERGs alone");
  });

  it("notices the approval for everybody as soon as it is given", async () => {
    await settings.way(/^Your organization wants an administrator/).click();
    await settings.way(/^3\. /).click();
    await settings.makeLink.click();
    const link = "Link for an administrator of Entra";
    await isaiah.app.getByRole("textbox", { name: link }).waitFor();
    expect(await lookAtTab(isaiah, "the approval for everybody")).toEqual([]);
    const elsewhere = await session.visit(people.admin);
    await elsewhere.page.goto(await settings.copiedLink(link));
    const consent = signInPages(elsewhere.page);
    await consent.pick(people.admin);
    await consent.accept();
    await elsewhere.page
      .getByRole("heading", { name: "The permissions are granted" })
      .waitFor();
    await elsewhere.context.close();

    await settings.alert("The approval has arrived.").waitFor();
  });

  it("connects by the link in another browser, and warns of what reaches further than the account", async () => {
    await isaiah.page.frames()[1]?.evaluate(() => {
      // What a browser that blocks windows answers.
      window.open = () => null;
    });
    await settings.way("Finish connecting").first().click();
    const signInLink = "Open where the service account is signed in";
    await isaiah.app.getByRole("textbox", { name: signInLink }).waitFor();
    expect(await lookAtTab(isaiah, "the link to another browser")).toEqual([]);
    const organizer = await session.visit(people.organizer);
    await organizer.page.goto(await settings.copiedLink(signInLink));
    await signInPages(organizer.page).pick(people.organizer);
    await settings.confirm(contosoErgs);
    await settings.standing("Connected.").waitFor();
    await isaiah.app.getByText(reachesFurther).waitFor();
    expect(await settings.way(/^3\. /).count()).toBe(0);
    expect(await lookAtTab(isaiah, "a grant for everybody")).toEqual([]);
    await organizer.context.close();
  });

  /** What a browser says of a page that is a refusal. */
  function statusOf(path: string, status: number): unknown {
    return expect.stringMatching(
      new RegExp(`status of ${status} .*${path.replaceAll("/", "\\/")}`),
    );
  }

  /** Presses a button of the simulated Entra admin center, as somebody in IT. */
  async function inAdminCenter(button: string): Promise<void> {
    const it = await session.visit(people.admin);
    await it.open("/entra");
    await it.page.getByRole("button", { name: button }).click();
    await it.page.getByRole("status").waitFor();
    await it.context.close();
  }

  function hasFocus(account: string): Promise<boolean> {
    return settings
      .question(account)
      .getByRole("heading")
      .evaluate((heading) => heading.ownerDocument.activeElement === heading);
  }
});
