import {
  deepestList,
  type Block,
  type Inline,
  type List,
  type ListItem,
  type RichText,
  type Run,
} from "./rich-text.ts";
import { splitAtEmptyLines, tidyInlines } from "./tidy-inlines.ts";

/** How a run looks, and where it leads. */
export type Look = Omit<Run, "kind" | "text">;

/** Takes the pieces of a text in their order and makes blocks of them. */
export interface GatheredBlocks {
  add(text: string, look: Look): void;
  lineBreak(): void;
  /** Everything in it stands apart from what is around it. */
  block(kind: "paragraph" | "heading", readInside: () => void): void;
  list(ordered: boolean, readInside: () => void): void;
  item(readInside: () => void): void;
  end(): RichText;
}

interface OpenItem {
  inlines: Inline[];
  lists: List[];
}

interface OpenList {
  ordered: boolean;
  items: ListItem[];
  /** Null: between two items. */
  item: OpenItem | null;
}

export function gatherBlocks(): GatheredBlocks {
  const blocks: Block[] = [];
  const open: OpenList[] = [];
  let inlines: Inline[] = [];
  let kind: "paragraph" | "heading" = "paragraph";

  function endBlock(): void {
    const ended = inlines;
    inlines = [];
    const list = open.at(-1);
    if (list) putIntoItem(list, ended);
    else blocks.push(...blocksOf(kind, ended));
  }

  function within(inside: typeof kind, readInside: () => void): void {
    endBlock();
    const around = kind;
    kind = inside;
    readInside();
    endBlock();
    kind = around;
  }

  return {
    add: (text, look) => void inlines.push({ kind: "run", text, ...look }),
    lineBreak: () => void inlines.push({ kind: "break" }),
    block: (own, readInside) =>
      within(own === "heading" ? own : kind, readInside),
    list: (ordered, readInside) => {
      if (open.length >= deepestList) return within(kind, readInside);
      endBlock();
      const opened: OpenList = { ordered, items: [], item: null };
      open.push(opened);
      within("paragraph", readInside);
      endItem(opened);
      open.pop();
      const list = { ordered, items: opened.items };
      if (list.items.length === 0) return;
      const around = open.at(-1);
      if (around) openItem(around).lists.push(list);
      else blocks.push({ kind: "list", list });
    },
    item: (readInside) => {
      const list = open.at(-1);
      endBlock();
      if (list) endItem(list);
      within(kind, readInside);
      if (list) endItem(list);
    },
    end: () => {
      endBlock();
      return blocks;
    },
  };
}

function blocksOf(
  kind: "paragraph" | "heading",
  inlines: readonly Inline[],
): Block[] {
  if (kind === "paragraph")
    return splitAtEmptyLines(inlines).map((lines) => ({
      kind,
      inlines: lines,
    }));
  // A heading is bold by itself.
  const tidy = tidyInlines(
    inlines.map((inline) =>
      inline.kind === "run" ? { ...inline, bold: false } : inline,
    ),
  );
  return tidy.length > 0 ? [{ kind, inlines: tidy }] : [];
}

/** An item has one paragraph: what follows stands on lines of its own, and after an inner list in an item of its own. */
function putIntoItem(list: OpenList, inlines: readonly Inline[]): void {
  if (tidyInlines(inlines).length === 0) return;
  if (list.item && list.item.lists.length > 0) endItem(list);
  const item = openItem(list);
  if (item.inlines.length > 0) item.inlines.push({ kind: "break" });
  item.inlines.push(...inlines);
}

function openItem(list: OpenList): OpenItem {
  list.item ??= { inlines: [], lists: [] };
  return list.item;
}

function endItem(list: OpenList): void {
  if (list.item === null) return;
  const { lists } = list.item;
  const inlines = tidyInlines(list.item.inlines);
  if (inlines.length > 0 || lists.length > 0)
    list.items.push({ inlines, lists });
  list.item = null;
}
