/** One entry of a list. */
export interface ListEntry {
  text: string;
  /** The line on which it begins (from 1), and how many characters stand before it. */
  line: number;
  at: number;
}

/**
 * Cuts a list of people as mail programs write it: at commas, semicolons, tabs and line ends, but not inside of
 * quotes. `Vance, Adele <adele@contoso.com>` is one person: what stands before a comma and is no address belongs to
 * the name that follows. Takes time in proportion to the text. Pure.
 */
export function* splitMailList(text: string): Generator<ListEntry> {
  let name: ListEntry | null = null;
  for (const { end, ...entry } of cut(text)) {
    const isRest =
      name !== null && inBrackets(entry.text)?.includes("@") === true;
    if (name !== null && !isRest) yield name;
    const whole: ListEntry =
      name !== null && isRest
        ? { ...name, text: `${name.text},${entry.text}` }
        : entry;
    const mayBeName = end === "," && !/[@<>=]/.test(whole.text);
    name = mayBeName ? whole : null;
    if (!mayBeName) yield whole;
  }
  if (name !== null) yield name;
}

/** The entries that are not empty, each with the sign that ends it. */
function* cut(text: string): Generator<ListEntry & { end: string }> {
  let line = 1;
  let begun = { at: 0, line };
  for (let place = 0; place <= text.length; place++) {
    if (text[place] === '"') place = closingQuote(text, place);
    const end = text[place] ?? "\n";
    if (end !== "\n" && end !== "," && end !== ";" && end !== "\t") continue;
    const entry = text.slice(begun.at, place);
    if (entry.trim() !== "") yield { text: entry, ...begun, end };
    if (end === "\n") line += 1;
    begun = { at: place + 1, line };
  }
}

/** Where a quoted name ends; a quotation mark that none closes on its line is a sign like another. */
function closingQuote(text: string, opening: number): number {
  for (let place = opening + 1; place < text.length; place++) {
    if (text[place] === "\n") return opening + 1;
    if (text[place] === "\\") place += 1;
    else if (text[place] === '"') return place + 1;
  }
  return opening + 1;
}

/** What stands in angle brackets at the end; null: nothing does. */
export function inBrackets(text: string): string | null {
  const whole = text.trimEnd();
  const opening = whole.lastIndexOf("<");
  return opening >= 0 && whole.endsWith(">")
    ? whole.slice(opening + 1, -1)
    : null;
}
