import type {
  Browser,
  BrowserContext,
  ConsoleMessage,
  FrameLocator,
  Page,
} from "playwright-core";
import { launchBrowser } from "../harness/browser.ts";

/** teams-js asks for a list there when it is imported; the tab's content security policy refuses it. */
const expectedRefusal = "res.cdn.office.net";

/** One person in front of the simulated Microsoft 365, with a browser of their own. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** The tab in the simulated Teams client. */
  app: FrameLocator;
  /** Opens another page of the simulator as the same person; `/app`, `/outlook` or a whole address. */
  open(path: string, query?: Record<string, string>): Promise<void>;
}

export interface BrowserSession {
  /** A window of this person's own; nothing is open in it yet. */
  visit(person: string, options?: { locale?: string }): Promise<Visitor>;
  /** What pages complained of since it was last asked, a line each. */
  takeComplaints(): string[];
  close(): Promise<void>;
}

/** Real browser windows on the simulator at `pagesUrl`. */
export async function openBrowserSession(
  pagesUrl: string,
): Promise<BrowserSession> {
  const browser = await launchBrowser();
  let complaints: string[] = [];
  return {
    visit: (person, { locale = "en-GB" } = {}) =>
      openVisitor({
        browser,
        pagesUrl,
        person,
        locale,
        complain: (line) => complaints.push(line),
      }),
    takeComplaints() {
      const taken = complaints;
      complaints = [];
      return taken;
    },
    close: () => browser.close(),
  };
}

async function openVisitor(given: {
  browser: Browser;
  pagesUrl: string;
  person: string;
  locale: string;
  complain: (line: string) => void;
}): Promise<Visitor> {
  const context = await given.browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: given.locale,
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  context.on("weberror", (error) => given.complain(String(error.error())));
  context.on("console", (message) => {
    const line = complaintOf(message);
    if (line) given.complain(line);
  });
  const page = await context.newPage();
  return {
    context,
    page,
    app: page.frameLocator("iframe"),
    open: async (path, query = {}) => {
      const address = new URL(path, given.pagesUrl);
      address.search = new URLSearchParams({
        as: given.person,
        ...query,
      }).toString();
      await page.goto(address.href);
    },
  };
}

function complaintOf(message: ConsoleMessage): string | null {
  if (message.type() !== "error") return null;
  const line = `${message.text()} (${message.location().url})`;
  return line.includes(expectedRefusal) ? null : line;
}
