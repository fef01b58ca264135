import { textDirection } from "../teams/text-direction.ts";

type DateFormat = Pick<Intl.DateTimeFormat, "format" | "formatRange">;

const made = new Map<string, DateFormat>();

/**
 * A format of `Intl`, made once: making one takes as long as writing a hundred dates with it, and a long list of
 * events writes each date by the same few. Dates of languages that are written from right to left hold together
 * inside English sentences.
 */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): DateFormat {
  const key = locale + JSON.stringify(options);
  const known = made.get(key);
  if (known) return known;
  const plain = new Intl.DateTimeFormat(locale, options);
  const format = textDirection(locale) === "rtl" ? isolating(plain) : plain;
  made.set(key, format);
  return format;
}

/** Unicode: Bidirectional Algorithm: First Strong Isolate and Pop Directional Isolate, which nobody sees. */
function isolating(plain: Intl.DateTimeFormat): DateFormat {
  return {
    format: (date) => `\u2068${plain.format(date)}\u2069`,
    formatRange: (...range) => `\u2068${plain.formatRange(...range)}\u2069`,
  };
}
