import type { BrowserContextOptions } from "playwright-core";

/** One way to look at a page: a theme of Teams and the size of the window. */
export interface Look {
  name: string;
  theme: "light" | "dark" | "contrast";
  width: number;
  height: number;
  scale: number;
}

/** Each page is looked at in these. The narrow one is tall, so that a whole page is seen. */
export const reviewLooks: readonly Look[] = [
  { name: "light", theme: "light", width: 1280, height: 900, scale: 1 },
  { name: "dark", theme: "dark", width: 1280, height: 900, scale: 1 },
  { name: "contrast", theme: "contrast", width: 1280, height: 900, scale: 1 },
  { name: "narrow", theme: "light", width: 360, height: 1500, scale: 1 },
];

/** The pictures in the guides. */
export const guideLook: Look = {
  name: "guide",
  theme: "light",
  width: 1180,
  height: 760,
  scale: 1.5,
};

export function contextOptions(look: Look): BrowserContextOptions {
  return {
    viewport: { width: look.width, height: look.height },
    deviceScaleFactor: look.scale,
    colorScheme: look.theme === "light" ? "light" : "dark",
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "Europe/London",
  };
}
