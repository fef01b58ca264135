const schemes = ["http:", "https:", "mailto:", "tel:"];

/** Longest address of a link, in characters: browsers and Outlook take about as much. */
const longestAddress = 2000;

/** Where a link may lead, as the URL standard writes it; null: nowhere, and its text is but text. Pure. */
export function linkAddress(href: string): string | null {
  if (!URL.canParse(href.trim())) return null;
  const url = new URL(href.trim());
  if (!schemes.includes(url.protocol)) return null;
  return url.href.length <= longestAddress ? url.href : null;
}
