/** Used where the browser names no language that Intl knows. */
const fallback = "en-US";

/**
 * The language tag of a browser in a form that Intl accepts. Some builds of
 * Chromium add what no language tag may have ("en-US@posix").
 */
export function canonicalLocale(language: string): string {
  try {
    const [plain = fallback] = language.split("@");
    return Intl.getCanonicalLocales(plain)[0] ?? fallback;
  } catch {
    return fallback;
  }
}
