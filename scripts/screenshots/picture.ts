import type { FrameLocator, Page } from "playwright-core";
import type { Look } from "./looks.ts";

/** A page of the product or of the simulated Microsoft 365, in the state in which it is shown. */
export interface Picture {
  name: string;
  /** Below the address of the simulator's pages, without the theme. */
  path: string;
  /** Brings the page into that state and resolves when everything can be seen. */
  prepare: (view: View) => Promise<void>;
  /** Also taken for the guides, in their usual look but for this. */
  guide?: Partial<Pick<Look, "width" | "height" | "scale" | "theme">>;
}

interface View {
  page: Page;
  /** The tab inside the simulated Teams client. */
  app: FrameLocator;
}

/** The app as one person sees it, opened at a page such as `events/<id>`. */
export function appPath(person: string, subPageId?: string): string {
  const query = new URLSearchParams({ as: person });
  if (subPageId) query.set("subPageId", subPageId);
  return `/app?${query.toString()}`;
}
