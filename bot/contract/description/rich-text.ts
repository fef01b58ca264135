/**
 * What a description can say, and nothing else: paragraphs, headings of one rank, lists in lists, and in them text
 * that is bold, italic, underlined or a link. Outlook shows all of it, and so does each place we show it in.
 *
 * There is one way to say the same: no empty blocks, no two spaces in a row, no break at an end or beside another,
 * neighbouring runs differ in their look, headings are not bold besides, links are written as the URL standard
 * writes them. `tidyInlines` sees to it.
 */
export type RichText = readonly Block[];

export type Block =
  | { kind: "paragraph" | "heading"; inlines: readonly Inline[] }
  | { kind: "list"; list: List };

export interface List {
  ordered: boolean;
  items: readonly ListItem[];
}

export interface ListItem {
  inlines: readonly Inline[];
  lists: readonly List[];
}

/** A piece of text that looks the same throughout, or a new line. */
export type Inline = Run | { kind: "break" };

export interface Run {
  kind: "run";
  text: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  /** Where it leads; null: nowhere. */
  href: string | null;
}

/** Lists in lists; items further in are put on the last of these. */
export const deepestList = 6;

/** Longest description, in characters of its plain text. */
export const longestDescription = 8000;

/** Whether plain text says as much. */
export function isPlain(text: RichText): boolean {
  return text.every(
    (block) =>
      block.kind === "paragraph" &&
      block.inlines.every(
        (inline) =>
          inline.kind === "break" ||
          (!inline.bold &&
            !inline.italic &&
            !inline.underline &&
            inline.href === null),
      ),
  );
}

export function plainRun(text: string): Run {
  return {
    kind: "run",
    text,
    bold: false,
    italic: false,
    underline: false,
    href: null,
  };
}
