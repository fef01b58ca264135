import type { Chrono } from "chrono-node";

/** Languages whose words for dates are read besides English and German, each in a file of its own. */
const others: Partial<Record<string, () => Promise<{ casual: Chrono }>>> = {
  es: () => import("chrono-node/es"),
  fr: () => import("chrono-node/fr"),
  it: () => import("chrono-node/it"),
  nl: () => import("chrono-node/nl"),
  pt: () => import("chrono-node/pt"),
};

/** What reads dates as the reader writes them; days before months or after them as in their language, the other way behind. */
export async function loadParsers(locale: string): Promise<Chrono[]> {
  const language = new Intl.Locale(locale).language;
  const [english, german, own] = await Promise.all([
    import("chrono-node/en"),
    import("chrono-node/de"),
    others[language]?.(),
  ]);
  const monthFirst =
    new Intl.DateTimeFormat(locale)
      .formatToParts(0)
      .find(({ type }) => type === "day" || type === "month")?.type === "month";
  const bothOrders = monthFirst
    ? [english.casual, english.GB]
    : [english.GB, english.casual];
  return [
    ...(own ? [own.casual] : []),
    ...(language === "de"
      ? [german.casual, ...bothOrders]
      : [...bothOrders, german.casual]),
  ];
}
