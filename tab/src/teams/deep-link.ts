const openable = [
  /^$/,
  /^events\/new$/,
  /^events\/[0-9a-f-]{36}(\/edit)?$/,
  /^groups(\/[0-9a-f-]{36})?$/,
  /^insights$/,
  /^settings(\/audiences|\/groups|\/it-details|\/stopped-work)?$/,
];

/**
 * The link with which Teams opens a page of this app, or the app where the path is no page that a link can open.
 * @param appLink where Teams opens the personal tab
 */
export function linkToPage(appLink: string, path: string): string {
  const subEntityId = (pathOfSubPage(path) ?? "").slice(1);
  const context = encodeURIComponent(JSON.stringify({ subEntityId }));
  return `${appLink}?context=${context}`;
}

/**
 * The page that a deep link asks for by its `subPageId` (teams-js: Context.page.subPageId), or null.
 * Only pages of this app are opened, whatever the link says.
 */
export function pathOfSubPage(subPageId: string | null): string | null {
  if (subPageId === null || subPageId === "") return null;
  const page = subPageId.replace(/^\/+|\/+$/g, "").toLowerCase();
  return openable.some((pattern) => pattern.test(page)) ? `/${page}` : null;
}
