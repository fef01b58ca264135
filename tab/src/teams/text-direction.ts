const rightToLeft = new Set(["ar", "dv", "fa", "he", "ku", "ps", "ur", "yi"]);

/** Which way pages run for readers of a locale such as `ar-EG`. */
export function textDirection(locale: string): "ltr" | "rtl" {
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  return rightToLeft.has(language) ? "rtl" : "ltr";
}

/** The locale as Intl takes it; English when Teams names one that Intl refuses. */
export function usableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {
    return "en";
  }
}
