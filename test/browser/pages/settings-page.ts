import type { Page } from "playwright-core";
import type { Visitor } from "../browser-session.ts";

/** Settings, Integrations, Microsoft Calendar: where an admin connects the service account. */
export function settingsPage(admin: Visitor) {
  const { app, context } = admin;
  const question = (account: string) =>
    app.getByRole("group", { name: `${account} has signed in. Connect it?` });
  return {
    connectButton: app.getByRole("button", { name: "Connect", exact: true }),
    checkAgain: app.getByRole("button", { name: "Check again" }),
    makeLink: app.getByRole("button", { name: "Make the link" }),
    /** Of the script that grants to the service account alone. */
    tab: (name: string) => app.getByRole("tab", { name }),
    way: (title: string | RegExp) => app.getByRole("button", { name: title }),
    standing: (sentence: string | RegExp) =>
      app.getByRole("status").filter({ hasText: sentence }),
    alert: (sentence: string | RegExp) =>
      app.getByRole("alert").filter({ hasText: sentence }),
    check: (sentence: string | RegExp) =>
      app
        .getByRole("list", { name: "What was checked" })
        .getByRole("listitem")
        .filter({ hasText: sentence }),
    question,
    /** Presses Connect or Finish connecting. @returns the window that opens, on its way to Microsoft's sign-in */
    async connect(button: string | RegExp = /^Connect/): Promise<Page> {
      const opening = context.waitForEvent("page");
      await app.getByRole("button", { name: button }).first().click();
      return opening;
    },
    /** Answers the question whether this account is the one, such as `Contoso ERGs (ergs@contoso.com)`. */
    async confirm(account: string): Promise<void> {
      await question(account).getByRole("button", { name: "Confirm" }).click();
      await question(account).waitFor({ state: "detached" });
    },
    async copiedLink(label: string): Promise<string> {
      return app.getByRole("textbox", { name: label }).inputValue();
    },
  };
}

/** Microsoft's pages in that window, as far as the connected account sees them. */
export function signInPages(window: Page) {
  const heading = (name: string) => window.getByRole("heading", { name });
  return {
    pick: (account: string) =>
      window.getByRole("button", { name: account }).click(),
    async accept(): Promise<void> {
      await heading("Permissions requested").waitFor();
      await window.getByRole("button", { name: "Accept" }).click();
    },
    /** Leaves the page that wants an administrator's approval. */
    async leaveWall(): Promise<void> {
      await heading("Need admin approval").waitFor();
      await window
        .getByRole("button", { name: /^Return to the application/ })
        .click();
    },
    /** Our own page at the end; it closes by itself. */
    signedIn: heading("Almost done: confirm in ERG Events"),
    refused: heading("The service account is not connected"),
  };
}
