/** The part of the browser's storage that the choice needs. */
type ViewStorage = Pick<Storage, "getItem" | "setItem">;

/**
 * Whether an admin wants to see the app as an admin or as any member, kept for each person in this browser.
 * It changes what is shown and never what somebody may do: that is the backend's decision.
 */
export function keptView(deps: {
  storage: ViewStorage | null;
  userObjectId: string;
}) {
  const key = `view/${deps.userObjectId}`;
  return {
    /** True unless the person has chosen the member's view. */
    isAdmins(): boolean {
      try {
        return deps.storage?.getItem(key) !== "member";
      } catch {
        return true;
      }
    },
    keep(isAdmins: boolean): void {
      try {
        deps.storage?.setItem(key, isAdmins ? "admin" : "member");
      } catch {
        // A full or forbidden storage: the choice then lasts until the page is loaded again.
      }
    },
  };
}

/** The browser's storage; null where the host forbids storage to embedded pages. */
export function localStorageIfAllowed(): ViewStorage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
