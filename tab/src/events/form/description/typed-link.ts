import { linkAddress } from "../../../../../bot/contract/description/link-address.ts";

/** Where a link leads whose address somebody typed, as people type them: `contoso.com`, `ergs@contoso.com`; null: nowhere. Pure. */
export function typedLink(text: string): string | null {
  const typed = text.trim();
  if (typed === "" || /\s/.test(typed)) return null;
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed)) return linkAddress(typed);
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(typed))
    return linkAddress(`mailto:${typed}`);
  return typed.includes(".") ? linkAddress(`https://${typed}`) : null;
}
