import type { FrameLocator, Locator } from "playwright-core";

/** Settings, Audiences: the mailing lists that leads can choose, and the rules that hold for everybody's events. */
export function audiencesPage(app: FrameLocator) {
  return {
    add: app.getByRole("button", { name: "Add a mailing list" }),
    /** How many lists there are, in a sentence. */
    count: (sentence: string) =>
      app.getByRole("status").filter({ hasText: sentence }),
    dialog: (name: string): Locator => app.getByRole("dialog", { name }),
    /** What is said of one of them. */
    list: (label: string) =>
      app
        .getByRole("list", { name: "Mailing lists that leads can choose" })
        .getByRole("listitem")
        .filter({ hasText: label }),
    domains: app.getByRole("textbox", { name: "Mail domains of your company" }),
    save: app.getByRole("button", { name: "Save", exact: true }),
    saved: app.getByRole("status").filter({ hasText: "Saved." }),
    /** The id of what has the focus, or its text where it has none. */
    focused: (): Promise<string> =>
      app
        .locator("body")
        .evaluate(
          () =>
            document.activeElement?.id ||
            (document.activeElement?.textContent ?? ""),
        ),
  };
}
