import type { Page } from "playwright-core";
import type { Visitor } from "../browser-session.ts";

/** The Settings page, where an admin connects the service account. */
export function settingsPage(admin: Visitor) {
  const { app, context } = admin;
  return {
    connectButton: app.getByRole("button", { name: "Connect", exact: true }),
    standing: (sentence: string | RegExp) =>
      app.getByRole("status").filter({ hasText: sentence }),
    /** Presses Connect. @returns the window that opens, at Microsoft's sign-in */
    async connect(): Promise<Page> {
      const opening = context.waitForEvent("page");
      await app.getByRole("button", { name: /^Connect/ }).click();
      return opening;
    },
  };
}

/** Microsoft's pages in that window, as far as the connected account sees them. */
export function signInPages(window: Page) {
  return {
    pick: (account: string) =>
      window.getByRole("button", { name: account }).click(),
    async accept(): Promise<void> {
      await window
        .getByRole("heading", { name: "Permissions requested" })
        .waitFor();
      await window.getByRole("button", { name: "Accept" }).click();
    },
    connected: window.getByRole("heading", {
      name: "The service account is connected",
    }),
  };
}
