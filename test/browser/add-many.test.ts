import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { press } from "./keyboard.ts";
import { lookAtTab } from "./look-at-page.ts";
import { addManyDialog } from "./pages/add-many-dialog.ts";
import { eventForm } from "./pages/event-form.ts";

const miriam = "MiriamG@contoso.com";
/** Not in the group. */
const alex = "AlexW@contoso.com";

const table = [
  "Name;Work e-mail;Team",
  `"Wilber; Alex";${alex};Marketing`,
  `Miriam Graham;${miriam};Legal`,
  `Alex Wilber;${alex.toLowerCase()};Marketing`,
  "Somebody else;somebody@fabrikam.com;–",
  'Formula;=HYPERLINK("http://evil.example");–',
  "Nobody;;–",
].join("\r\n");

describe("many people in the form", () => {
  let world: World;
  let session: BrowserSession;
  let megan: Visitor;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.groupId("Women at Contoso", people.lead);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  beforeEach(async () => {
    megan = await session.visit(people.lead);
    await megan.open("/app", { subPageId: "events/new" });
    await megan.app.getByRole("checkbox", { name: /^Everyone in/ }).uncheck();
  });
  afterEach(async () => {
    await megan.context.close();
    expect(session.takeComplaints()).toEqual([]);
  });

  /** As the browser does with what is in the clipboard. */
  const pasteText = (count: number) =>
    megan.page.frames()[1]?.evaluate(
      (addresses) => {
        const data = new DataTransfer();
        data.setData("text/plain", addresses.join("\n"));
        document.activeElement?.dispatchEvent(
          new ClipboardEvent("paste", {
            clipboardData: data,
            bubbles: true,
            cancelable: true,
          }),
        );
      },
      Array.from({ length: count }, (_, n) => `p${n}@contoso.com`),
    );
  const file = (name: string, content: string | Buffer) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(content),
  });

  it("come from a file: what would be added is shown first, and added as one line", async () => {
    const { app } = megan;
    const dialog = addManyDialog(app);
    await eventForm(app).fill({ "Other people": `${miriam},` });
    await dialog.open();
    expect(await lookAtTab(megan, "add many people")).toEqual([]);
    await dialog.choose(file("colleagues.csv", table));
    await dialog.says("2 people would be added. Nothing has been added yet.");
    expect(await dialog.counts("colleagues.csv")).toEqual({
      New: "2",
      "In the list or the form already": "2",
      "No e-mail address, left out": "2",
    });
    await dialog
      .refused(6, /=HYPERLINK.*A formula, which is not evaluated/s)
      .waitFor();
    await dialog.refused(7, /There is no address/).waitFor();
    await dialog.says("1 person of the new ones is outside your company.");
    expect(await lookAtTab(megan, "what a list would add")).toEqual([]);
    // Nothing is in the form yet.
    expect(await app.getByText(alex).count()).toBe(0);

    await dialog.add("Add 2 people");
    await app.getByText("2 addresses from colleagues.csv").waitFor();
    const form = eventForm(app);
    await form.fill({ Title: "For many", "Start date": "2031-12-10" });
    const review = await form.review("Send the invitations?");
    await review.getByText("3 people will get an invitation.").waitFor();
    expect(await lookAtTab(megan, "the review of many people")).toEqual([]);
  });

  it("of the group are told of in the review where the whole group is invited", async () => {
    const { app } = megan;
    await app.getByRole("checkbox", { name: /^Everyone in/ }).check();
    const form = eventForm(app);
    await form.fill({
      Title: "For the group",
      "Start date": "2031-12-10",
      "Other people": `LidiaH@contoso.com, ${alex},`,
    });
    const review = await form.review("Send the invitations?");
    await review
      .getByText(
        "1 of the people whom you named is invited with a group anyway.",
      )
      .waitFor();
  });

  it("can be seen one by one, and taken off", async () => {
    const { app } = megan;
    const dialog = addManyDialog(app);
    await dialog.open();
    await dialog.paste(
      Array.from({ length: 1_240 }, (_, n) => `p${n}@contoso.com`).join("; "),
    );
    await dialog.says("1,240 people would be added.");
    await dialog.add("Add 1,240 people");
    const line = app.getByRole("group", {
      name: "1,240 addresses from a pasted list",
    });
    await line.getByRole("button", { name: "Show" }).click();
    await line.getByText("The first 50 of 1,240.").waitFor();
    await line.getByRole("searchbox", { name: "Find an address" }).fill("p777");
    expect(await lookAtTab(megan, "many people shown")).toEqual([]);
    await line.getByRole("button", { name: "Remove p777@contoso.com" }).click();
    await app.getByText("1,239 addresses from a pasted list").waitFor();
    // The keyboard stays where it was.
    expect(
      await app
        .getByRole("searchbox", { name: "Find an address" })
        .evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await app.getByRole("button", { name: "Remove all" }).click();
    await app.getByText("1,239 addresses").waitFor({ state: "detached" });
  });

  it("are taken from another column where the lead says so", async () => {
    const dialog = addManyDialog(megan.app);
    await dialog.open();
    await dialog.choose(
      file(
        "two.csv",
        `Mail,Private mail\n${alex},a@fabrikam.com\n${miriam},\n`,
      ),
    );
    await dialog.says("2 people would be added.");
    await dialog.column.selectOption("Private mail");
    await dialog.says("1 person would be added.");
    await dialog.column.selectOption("Every column");
    await dialog.says("3 people would be added.");
  });

  it("are refused as a whole where the file cannot be read, with the cure", async () => {
    const dialog = addManyDialog(megan.app);
    await dialog.open();
    for (const [name, content, words] of [
      [
        "list.xlsx",
        Buffer.from("PK\u0003\u0004\u0000\u0000"),
        "Save As and CSV",
      ],
      ["open.csv", 'Name,Mail\n"Alex,a@x.com\n', "In row 2 a quotation mark"],
      [
        "huge.csv",
        Buffer.alloc(10 * 1024 * 1024 + 1, "a"),
        "huge.csv has 11 MB",
      ],
      [
        "many.csv",
        Array.from({ length: 200_000 }, (_, n) => `p${n}@x.com`).join("\n"),
        "more than 50,000 addresses",
      ],
    ] as const) {
      await dialog.choose(file(name, content));
      await dialog.alert(words).waitFor();
    }
    expect(await lookAtTab(megan, "a list that cannot be read")).toEqual([]);
    await dialog.close();
    expect(await megan.app.getByText(/addresses from/).count()).toBe(0);
  });

  it("are read in Windows' old encoding, which is said", async () => {
    const dialog = addManyDialog(megan.app);
    await dialog.open();
    await dialog.choose(
      file(
        "alt.csv",
        Buffer.from(`Name;Mail\nJörg Müller;${alex}\n`, "latin1"),
      ),
    );
    await dialog.says("1 person would be added.");
    await dialog.says("it was read as Windows-1252");
  });

  it("are added by the keyboard alone, and long pastes are looked at first", async () => {
    const { page, app } = megan;
    const dialog = addManyDialog(app);
    await app.getByLabel("Other people").focus();
    await pasteText(200);
    await dialog.says("200 people would be added.");
    await press(page, app.getByRole("button", { name: "Add 200 people" }));
    await app.getByText("200 addresses from a pasted list").waitFor();
    await press(page, app.getByRole("button", { name: "Add many people" }));
    await dialog.surface.getByRole("textbox").focus();
    // Too much to be shown in the field.
    await pasteText(12_000);
    await dialog.says("11,800 people would be added.");
    await page.keyboard.press("Escape");
    await dialog.surface.waitFor({ state: "detached" });
  });

  it("stay in the form when the page is loaded again", async () => {
    const { page, app } = megan;
    const dialog = addManyDialog(app);
    await dialog.open();
    await dialog.paste(
      Array.from({ length: 600 }, (_, n) => `p${n}@contoso.com`).join("\n"),
    );
    await dialog.add("Add 600 people");
    await app.getByText("600 addresses from a pasted list").waitFor();
    await page.reload();
    await app.getByText("This is what you typed before.").waitFor();
    await app.getByText("600 addresses", { exact: true }).waitFor();
  });

  it("can be added though the line was down when they were to be: nothing typed is lost", async () => {
    const { app, context, page } = megan;
    const dialog = addManyDialog(app);
    const title = app.getByLabel("Title");
    await title.fill("Lunch on a train");
    await context.setOffline(true);
    await app.getByRole("button", { name: "Add many people" }).click();
    const told = app.getByText(
      "This opens by itself once you are online again.",
    );
    await told.waitFor();
    expect(await title.inputValue()).toBe("Lunch on a train");
    await context.setOffline(false);
    await dialog.surface.waitFor();
    await press(
      page,
      app.getByRole("button", { name: "Close without adding" }),
    );
    expect(await title.inputValue()).toBe("Lunch on a train");
    // The simulated Teams itself complains that it is offline.
    session.takeComplaints();
  });

  it("can be added after the page was loaded anew where their part did not arrive", async () => {
    const { app, page } = megan;
    const part = "**/assets/AddManyDialog*";
    await app.getByLabel("Title").fill("Lunch in a tunnel");
    await page.route(part, (route) => route.abort());
    const open = app.getByRole("button", { name: "Add many people" });
    await open.click();
    await app.getByText(/^This could not be opened\./).waitFor();
    await page.unroute(part);
    await app.getByRole("button", { name: "Reload" }).click();
    await app.getByText("This is what you typed before.").waitFor();
    expect(await app.getByLabel("Title").inputValue()).toBe(
      "Lunch in a tunnel",
    );
    await open.click();
    await addManyDialog(app).surface.waitFor();
    expect(session.takeComplaints().join()).toMatch(/ERR_FAILED/);
  });
});
