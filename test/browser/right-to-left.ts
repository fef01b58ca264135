import type { Frame, FrameLocator, Page } from "playwright-core";
import { people } from "../harness/world.ts";
import { settled, wideParts } from "./look-at-page.ts";
import type { Events } from "./tab-pages.ts";

/** A page by its path in the tab, and the heading by which somebody knows that it is there. */
interface Place {
  path: (given: { events: Events; groupId: string }) => string;
  heading: string;
  /** Makes it show something, and looks at what points along the line. */
  whole?: (app: FrameLocator) => Promise<void>;
}

/** The main pages, by who reads them and in which language. */
export const readFromTheRight: {
  person: string;
  locale: string;
  places: Place[];
}[] = [
  {
    person: people.lead,
    locale: "ar-EG",
    places: [
      { path: () => "/", heading: "Events" },
      { path: () => "/?state=going", heading: "Events" },
      {
        path: () => "/?when=week&day=2031-12-01",
        heading: "Events",
        whole: beginsOnTheRight,
      },
      { path: () => "/events/new", heading: "Schedule event" },
      {
        path: ({ events }) => `/events/${events.answered.id}`,
        heading: "Lunch and learn",
      },
      {
        path: ({ events }) => `/events/${events.answered.id}/edit`,
        heading: "Edit event",
      },
      { path: () => "/groups", heading: "Groups" },
      {
        path: ({ groupId }) => `/groups/${groupId}`,
        heading: "Women at Contoso",
      },
      {
        path: () => "/insights",
        heading: "Insights",
        whole: growsFromTheRight,
      },
    ],
  },
  {
    person: people.admin,
    locale: "he-IL",
    places: [
      { path: () => "/settings", heading: "Microsoft Calendar" },
      { path: () => "/settings/it-details", heading: "IT details" },
      { path: () => "/settings/audiences", heading: "Audiences" },
      { path: () => "/settings/groups", heading: "Groups" },
      { path: () => "/settings/stopped-work", heading: "Stopped work" },
    ],
  },
];

/** The calendar: its days, the buttons that lead to earlier and later ones, and the arrows on those. */
async function beginsOnTheRight(app: FrameLocator): Promise<void> {
  await app.getByRole("link", { name: "Lunch and learn" }).waitFor();
  const step = (name: string) => app.getByRole("button", { name });
  const days = app.getByRole("columnheader");
  for (const [earlier, later] of [
    [step("Previous week"), step("Next week")],
    [days.first(), days.last()],
  ] as const) {
    const places = await Promise.all([
      earlier.boundingBox(),
      later.boundingBox(),
    ]);
    expect(places[0]!.x).toBeGreaterThan(places[1]!.x);
  }
  for (const button of [step("Previous week"), step("Next week")])
    expect(
      await button
        .locator("svg")
        .evaluate((icon) => getComputedStyle(icon).transform),
    ).toBe("matrix(-1, 0, 0, 1, 0, 0)");
}

async function growsFromTheRight(app: FrameLocator): Promise<void> {
  const bar = app.locator("th[scope=row] span[aria-hidden=true]:has(span)");
  const gap = await bar.first().evaluate((whole) => {
    const part = whole.firstElementChild?.getBoundingClientRect();
    return whole.getBoundingClientRect().right - (part?.right ?? 0);
  });
  expect(Math.abs(gap)).toBeLessThan(1);
}

/**
 * What is wrong with a page that should run from right to left, a line each: parts beyond the window, on a phone and
 * on a small screen, and text that stands on the left.
 */
export async function lookFromTheRight(
  page: Page,
  frame: Frame,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const width of [320, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(frame);
    const wide = await wideParts(frame);
    wrong.push(...wide.map((line) => `${width} px: ${line}`));
  }
  return [...wrong, ...(await frame.evaluate(textOnTheLeft))];
}

/**
 * In the page: English text that begins a line where its lines end. What asks for a side by its name is meant so: Griffel
 * has turned it.
 */
function textOnTheLeft(): string[] {
  const wrong = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!/[A-Za-z]{3}/.test(text.textContent ?? "")) continue;
    let block = text.parentElement;
    while (block && getComputedStyle(block).display.startsWith("inline"))
      block = block.parentElement;
    if (!block || block.closest("[dir=ltr], [contenteditable], script, style"))
      continue;
    if (getComputedStyle(block).textAlign !== "start") continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const line = range.getClientRects()[0];
    const room = block.getBoundingClientRect();
    if (line && room.right - line.right > 40 && line.left - room.left < 40)
      wrong.add(
        `on the left: ${block.tagName}.${block.className} ${text.textContent?.slice(0, 40)}`,
      );
  }
  return [...wrong];
}
