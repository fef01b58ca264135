const made = new Map<string, Intl.DateTimeFormat>();

/**
 * A format of `Intl`, made once: making one takes as long as writing a hundred dates with it, and a long list of
 * events writes each date by the same few.
 */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, options);
  made.set(key, format);
  return format;
}
