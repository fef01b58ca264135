import type { Visitor } from "../browser-session.ts";

/** A channel's row of tabs in the simulated Teams, and the app's page in the dialog that sets one up. */
export function channelTabs({ page }: Visitor) {
  const dialog = page.getByRole("dialog");
  const settings = dialog.frameLocator("iframe");
  const group = settings.getByRole("combobox", { name: "Group" });
  return {
    add: page.getByRole("button", { name: "Add a tab" }),
    tab: (name: string) => page.getByRole("tab", { name, exact: true }),
    more: (name: string) =>
      page.getByRole("button", { name: `More about the tab ${name}` }),
    menuItem: (name: string) => page.getByRole("menuitem", { name }),
    dialog,
    save: dialog.getByRole("button", { name: "Save" }),
    remove: dialog.getByRole("button", { name: "Remove" }),
    /** The app's page in the dialog. */
    settings,
    group,
    chosenGroup: () => group.locator("option:checked").textContent(),
    view: (name: string) => settings.getByRole("radio", { name }),
  };
}

/** Where a channel is in the simulated Teams; General if none is named. */
export function channelPath(team: { id: string }, channelId?: string): string {
  const ids = [team.id, channelId ?? team.id].map(encodeURIComponent);
  return `/teams/${ids.join("/")}`;
}
