/**
 * Characters with which a spreadsheet takes a cell for a formula, in their full-width forms too (OWASP: "CSV
 * Injection").
 */
const formulaStart = "[=+\\-@＝＋－＠]";

/**
 * Where a formula could begin: at the start of the cell, and behind a semicolon, at which spreadsheets of many
 * countries part cells, whatever the quotes say; blanks and quotes in between do not help.
 */
const formulaPlaces = new RegExp(`(^|;)([\\s"'“”‘’]*)(?=${formulaStart})`, "g");

/** Line breaks, tabs and other signs that nobody sees, which end cells or hide what follows. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\ufeff]+/gu;

/**
 * A text that people chose, as a cell that no spreadsheet takes for a formula: an apostrophe goes before whatever could
 * begin one. Of what is harmless nothing changes. Pure.
 */
export function safeCell(text: string): string {
  return text
    .replaceAll(unseen, " ")
    .trim()
    .replaceAll(formulaPlaces, (_, before: string, between: string) =>
      before === "" ? `'${between}` : `${before}'${between}`,
    );
}
