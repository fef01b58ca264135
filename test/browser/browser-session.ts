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

interface VisitOptions {
  /** The browser's language, which is that of Teams. */
  locale?: string;
}

export interface BrowserSession {
  /** A window of this person's own; nothing is open in it yet. */
  visit(person: string, options?: VisitOptions): Promise<Visitor>;
  /**
   * A page of a window that this person shares with their earlier ones of this kind: what they loaded is in its cache.
   * Whoever asks closes the page.
   */
  visitAgain(person: string, options?: VisitOptions): Promise<Visitor>;
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
  const complain = (line: string) => void complaints.push(line);
  const windows = new Map<string, Promise<BrowserContext>>();
  const openWindow = (locale: string) =>
    openContext({ browser, locale, complain });
  return {
    async visit(person, { locale = "en-GB" } = {}) {
      return openPage({ context: await openWindow(locale), pagesUrl, person });
    },
    async visitAgain(person, { locale = "en-GB" } = {}) {
      const key = `${person} ${locale}`;
      const context = windows.get(key) ?? openWindow(locale);
      windows.set(key, context);
      return openPage({ context: await context, pagesUrl, person });
    },
    takeComplaints() {
      const taken = complaints;
      complaints = [];
      return taken;
    },
    close: () => browser.close(),
  };
}

async function openContext(given: {
  browser: Browser;
  locale: string;
  complain: (line: string) => void;
}): Promise<BrowserContext> {
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
  return context;
}

async function openPage(given: {
  context: BrowserContext;
  pagesUrl: string;
  person: string;
}): Promise<Visitor> {
  const { context } = given;
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
