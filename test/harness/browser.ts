import { existsSync } from "node:fs";
import { chromium as playwright, type Browser } from "playwright-core";

const installedBrowsers = [
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** A Chromium for tests: BROWSER_PATH, else an installed one, else the one inside @sparticuz/chromium (Linux). */
async function browserPath(): Promise<string> {
  const named = process.env["BROWSER_PATH"];
  if (named) return named;
  const installed = installedBrowsers.find((path) => existsSync(path));
  if (installed) return installed;
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}

/** Starts a headless browser that asks no outside address for anything. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await browserPath(),
    headless: true,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
      // Chromium's sandbox refuses to run as root, which is what build machines often are.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
