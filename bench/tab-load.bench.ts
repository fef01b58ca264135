import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startSimulator } from "../simulator/start-simulator.ts";
import { ensureCertificate } from "../simulator/tls.ts";
import { launchBrowser } from "../test/harness/browser.ts";
import { people } from "../test/harness/world.ts";
import { runStart } from "../test/start/run-start.ts";
import { openScratch } from "../test/start/scratch.ts";
import { figure, median, type Bench } from "./figure.ts";
import { openFloorPage } from "./floor-page.ts";
import { fillEventList } from "./fill-event-list.ts";
import { loadInTeams, type Load, type TabInTeams } from "./load-in-teams.ts";

const loads = 5;
const title = "Lunch and learn";

/** Of a phone, or of an old notebook: as browsers' developer tools name their "4× slowdown". */
const slow = 4;

/**
 * The list of events opened in Teams by a lead whose browser has never seen
 * it, held against the floor page: what comes over the line (the answers of
 * the API included), and when the list can be read, on this machine and on
 * one that is four times slower.
 */
export const bench: Bench = {
  names: ["tab.load", "tab.shown", "tab.useful"],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    const browser = await launchBrowser();
    opened.defer(() => browser.close());
    say("the floor page and the tab");
    const floor = await openFloor(opened);
    const tab = await openTab(opened);
    const usual = await measureBoth(browser, { floor, tab, slowdown: 1 });
    say("both on a slow processor");
    const slowed = await measureBoth(browser, { floor, tab, slowdown: slow });
    return [
      figure({
        name: "tab.load",
        value: medianOf(usual.tab, "bytes"),
        unit: "bytes gz",
        limit: medianOf(usual.floor, "bytes"),
      }),
      shownFigure("tab.shown", usual),
      shownFigure("tab.useful", slowed),
    ];
  },
};

interface Both {
  floor: Load[];
  tab: Load[];
}

/** In turn, so that what else the machine does is the same for both. */
async function measureBoth(
  browser: Browser,
  given: { floor: TabInTeams; tab: TabInTeams; slowdown: number },
): Promise<Both> {
  const both: Both = { floor: [], tab: [] };
  for (let load = 1; load <= loads; load++) {
    both.floor.push(await loadInTeams(browser, given.floor, given));
    both.tab.push(await loadInTeams(browser, given.tab, given));
  }
  return both;
}

function shownFigure(name: string, { floor, tab }: Both) {
  return figure({
    name,
    value: medianOf(tab, "shownMs"),
    unit: "ms",
    limit: medianOf(floor, "shownMs"),
  });
}

function medianOf(measured: readonly Load[], what: keyof Load): number {
  return median(measured.map((load) => load[what]));
}

async function openTab(opened: AsyncDisposableStack): Promise<TabInTeams> {
  const scratch = await openScratch();
  opened.defer(() => scratch.remove());
  const product = runStart(scratch.environment);
  opened.defer(() => product.kill());
  await product.untilReady();
  await fillEventList(scratch, title);
  return {
    teamsUrl: `${scratch.pagesUrl}/app?as=${people.lead}`,
    origin: scratch.productUrl,
    shows: title,
  };
}

/** The same Teams client, in which the floor page stands where the tab is. */
async function openFloor(opened: AsyncDisposableStack): Promise<TabInTeams> {
  const floor = await openFloorPage();
  opened.defer(() => floor.close());
  const scratch = await openScratch();
  opened.defer(() => scratch.remove());
  const simulator = await startSimulator({
    tls: await ensureCertificate(join(scratch.folder, "tls")),
    product: { publicUrl: floor.url },
  });
  opened.defer(() => simulator.close());
  return {
    teamsUrl: `${simulator.pagesUrl}/app?as=${people.lead}`,
    origin: floor.url,
    shows: "Signed in",
  };
}
