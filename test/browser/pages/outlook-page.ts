import type { Page } from "playwright-core";

/** The simulated Outlook. */
export function outlookPage(page: Page) {
  return {
    /** Opens the newest mail with this subject. */
    async openNewest(subject: string): Promise<void> {
      await page
        .getByRole("list", { name: "Inbox" })
        .getByRole("listitem", { name: subject })
        .first()
        .getByRole("button")
        .click();
    },
    /** Opens an event of the calendar. */
    async openEvent(subject: string): Promise<void> {
      await page
        .getByRole("list", { name: "Calendar" })
        .getByRole("listitem", { name: subject })
        .getByRole("button")
        .click();
    },
    /** How many answered what, as the organizer sees it. */
    tracking: (sentence: string) =>
      page
        .getByRole("region", { name: "Tracking" })
        .getByRole("status")
        .filter({ hasText: sentence }),
    mail: page.getByRole("article"),
    /** Changes an event that is open, as its organizer. */
    async edit(fields: Record<string, string>): Promise<void> {
      await page.getByRole("button", { name: "Edit", exact: true }).click();
      const dialog = page.getByRole("dialog", { name: "Edit event" });
      for (const [label, text] of Object.entries(fields))
        await dialog.getByLabel(label).fill(text);
      await dialog.getByRole("button", { name: "Send" }).click();
      await dialog.waitFor({ state: "detached" });
    },
    cancel: page.getByRole("button", { name: "Cancel and tell everybody" }),
    async answer(button: "Accept" | "Tentative" | "Decline"): Promise<void> {
      const bar = page.getByRole("group", { name: "Your answer" });
      await bar.getByRole("button", { name: button }).click();
    },
  };
}
