import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { savePicture, violationsIn } from "./look-at-page.ts";
import {
  channelPath,
  conversationPage,
  eventCardIn,
} from "./pages/channel-page.ts";
import { member } from "./tab-pages.ts";

interface Command {
  title: string;
  description: string;
}

const chatPath = "/app/conversations";

describe("cards in Teams", () => {
  let world: World;
  let session: BrowserSession;
  let channel: TestChannel;
  let general: string;

  beforeAll(async () => {
    world = await openWorld();
    session = await openBrowserSession(world.simulator.pagesUrl);
    await world.connectAccount();
    channel = await openChannel(world);
    general = channelPath(world, "Women at Contoso", "General");
    await channel.schedule("Lunch and learn");
    for (const [person, button] of [
      ["LidiaH@contoso.com", "Going"],
      ["LynneR@contoso.com", "Maybe"],
      ["PattiF@contoso.com", "Can’t go"],
    ] as const)
      await channel.press(person, "Lunch and learn", button);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("can be read and pressed by everybody in a channel", async () => {
    const adele = await session.visit(member);
    const card = eventCardIn(conversationPage(adele.page), "Lunch and learn");
    await adele.open(general);
    await card.text("You have not answered yet.").waitFor();
    await card.answer("Maybe").focus();
    await adele.page.keyboard.press("Enter");
    await card.text("Your answer: maybe.").waitFor();
    const tally = "1 going · 2 maybe · 1 can’t go · 8 of 12 not answered";
    await card.text(tally).waitFor();

    const found = await lookAt(adele, {
      name: "a card in a channel",
      path: general,
      ready: () => card.text("Your answer: maybe.").waitFor(),
    });
    expect(found).toEqual([]);
    await adele.context.close();
  });

  it("answer whoever mentions the app in a channel", async () => {
    const megan = await session.visit(people.lead);
    const posts = conversationPage(megan.page);
    await megan.open(general);
    await megan.page
      .getByRole("button", { name: "Mention ERG Events" })
      .first()
      .click();
    // What a person was told is nobody else's business.
    expect(await posts.suggestion("my answers").count()).toBe(0);
    await posts.suggestion("tally").click();
    await posts.message("The answers so far").waitFor();
    await posts.message("1 going · 2 maybe · 1 can’t go").last().waitFor();
    expect(await posts.cardWarnings.count()).toBe(0);
    await megan.context.close();
  });

  it("are suggested as the manifest has it", async () => {
    const manifest = await readManifest();
    const answered = await fetch(`${world.simulator.pagesUrl}/sim/api/world`);
    const { app } = (await answered.json()) as {
      app: { commands: (Command & { scopes: string[] })[] };
    };
    const suggested = ["personal", "team"].map((scope) => ({
      scopes: [scope],
      commands: app.commands
        .filter(({ scopes }) => scopes.includes(scope))
        .map(({ title, description }) => ({ title, description })),
    }));
    expect(suggested).toEqual(manifest.bots[0]?.commandLists);
  });

  it("answer in the chat that begins when somebody adds the app for themselves", async () => {
    const adele = await session.visit(member);
    const { page } = adele;
    const chat = conversationPage(page);
    await adele.open(chatPath);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await chat.message("Welcome to ERG Events").waitFor();

    await chat.suggestion("upcoming events").click();
    const upcoming = chat.message("Your upcoming events");
    await upcoming.getByRole("button", { name: "Show and answer" }).click();
    const card = eventCardIn(chat, "Lunch and learn");
    await card.text("Your answer: maybe.").waitFor();
    await card.answer("Can’t go").click();
    await card.text("Your answer: can’t go.").waitFor();

    await chat.suggestion("my answers").click();
    await chat.message("You can’t go.").waitFor();
    await page
      .getByRole("textbox", { name: "Message to ERG Events" })
      .fill("Is there cake?");
    await page.keyboard.press("Enter");
    await chat.message("I did not understand that.").waitFor();

    const found = await lookAt(adele, {
      name: "the chat with the bot",
      path: chatPath,
      ready: () => chat.message("I did not understand that.").waitFor(),
    });
    expect(found).toEqual([]);
    await adele.context.close();
  });
});

async function readManifest() {
  const path = join(import.meta.dirname, "../../appPackage/manifest.json");
  const text = await readFile(path, "utf8");
  return JSON.parse(text) as {
    bots: { commandLists: { scopes: string[]; commands: Command[] }[] }[];
  };
}

/**
 * Looks at a page of Teams in each theme and in a narrow window.
 * @returns what is wrong with it: what axe finds, what the card's parser warns of, and what is cut off at 320 px
 */
async function lookAt(
  visitor: Visitor,
  place: { name: string; path: string; ready: () => Promise<void> },
): Promise<string[]> {
  const { page } = visitor;
  const wrong: string[] = [];
  const { cardWarnings } = conversationPage(page);
  for (const theme of ["light", "dark", "contrast"]) {
    await visitor.open(place.path, { theme });
    await place.ready();
    const found = [
      ...(await violationsIn(page.mainFrame())),
      ...(await cardWarnings.allInnerTexts()),
    ];
    wrong.push(...found.map((line) => `${theme}: ${line}`));
    await savePicture(page, `${place.name}-${theme}`);
  }
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 900 });
  await visitor.open(place.path);
  await place.ready();
  wrong.push(...(await wideParts(page)));
  await savePicture(page, `${place.name}-320px`);
  if (usual) await page.setViewportSize(usual);
  return wrong;
}

/** What reaches beyond the window. */
function wideParts(page: Visitor["page"]): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((part) => {
        const { right, width } = part.getBoundingClientRect();
        return width > 1 && right > document.documentElement.clientWidth + 1;
      })
      .map((part) => `too wide: ${part.tagName}.${part.className}`)
      .slice(0, 5),
  );
}
