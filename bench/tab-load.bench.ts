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
import { loadInTeams, type Load } from "./load-in-teams.ts";

const loads = 3;
const title = "Lunch and learn";

/**
 * The list of events opened in Teams by a lead whose browser has never seen
 * it, held against the floor page: what comes over the line (the answers of
 * the API included), and when the list can be read.
 */
export const bench: Bench = {
  names: ["tab.load", "tab.shown"],
  async measure(say) {
    const browser = await launchBrowser();
    try {
      say("the floor page");
      const floor = await loadFloorPage(browser);
      say("the tab");
      const tab = await loadTab(browser);
      return [
        figure({
          name: "tab.load",
          value: tab.bytes,
          unit: "bytes gz",
          limit: floor.bytes,
        }),
        figure({
          name: "tab.shown",
          value: tab.shownMs,
          unit: "ms",
          limit: floor.shownMs,
        }),
      ];
    } finally {
      await browser.close();
    }
  },
};

async function loadTab(browser: Browser): Promise<Load> {
  const scratch = await openScratch();
  const product = runStart(scratch.environment);
  try {
    await product.untilReady();
    await fillEventList(scratch, title);
    return await medianLoad(browser, {
      teamsUrl: `${scratch.pagesUrl}/app?as=${people.lead}`,
      origin: scratch.productUrl,
      shows: title,
    });
  } finally {
    await product.kill();
    await scratch.remove();
  }
}

/** The same Teams client, in which the floor page stands where the tab is. */
async function loadFloorPage(browser: Browser): Promise<Load> {
  const floor = await openFloorPage();
  const scratch = await openScratch();
  try {
    const simulator = await startSimulator({
      tls: await ensureCertificate(join(scratch.folder, "tls")),
      product: { publicUrl: floor.url },
    });
    try {
      return await medianLoad(browser, {
        teamsUrl: `${simulator.pagesUrl}/app?as=${people.lead}`,
        origin: floor.url,
        shows: "Signed in",
      });
    } finally {
      await simulator.close();
    }
  } finally {
    await floor.close();
    await scratch.remove();
  }
}

async function medianLoad(
  browser: Browser,
  tab: Parameters<typeof loadInTeams>[1],
): Promise<Load> {
  const results: Load[] = [];
  for (let load = 1; load <= loads; load++)
    results.push(await loadInTeams(browser, tab));
  return {
    bytes: median(results.map(({ bytes }) => bytes)),
    shownMs: median(results.map(({ shownMs }) => shownMs)),
  };
}
