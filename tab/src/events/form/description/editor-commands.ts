import { setBlockType, toggleMark } from "prosemirror-commands";
import { liftListItem, sinkListItem } from "prosemirror-schema-list";
import type { Attrs, Node, NodeType } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";
import { deepestList } from "../../../../../bot/contract/description/rich-text.ts";
import { descriptionSchema } from "./description-schema.ts";

const { nodes, marks } = descriptionSchema;

/** A node type of the schema. @throws when there is none of this name */
function nodeType(name: string): NodeType {
  const type = nodes[name];
  if (!type) throw new Error(`The schema has no ${name}.`);
  return type;
}

function markType(name: "strong" | "em" | "underline" | "link") {
  const type = marks[name];
  if (!type) throw new Error(`The schema has no ${name}.`);
  return type;
}

export const listItem = nodeType("list_item");
export const bulletList = nodeType("bullet_list");
export const orderedList = nodeType("ordered_list");

export type Emphasis = "strong" | "em" | "underline";

export function toggleEmphasis(name: Emphasis): Command {
  return toggleMark(markType(name));
}

/** Whether what is selected, or what is typed next, looks so. */
export function hasMark(state: EditorState, name: Emphasis | "link"): boolean {
  const { from, $from, to, empty } = state.selection;
  const type = markType(name);
  if (empty)
    return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

export function isHeading({ selection }: EditorState): boolean {
  return selection.$from.parent.type === nodeType("heading");
}

export const toggleHeading: Command = (state, dispatch) =>
  setBlockType(nodeType(isHeading(state) ? "paragraph" : "heading"))(
    state,
    dispatch,
  );

/** The innermost list around the cursor; null: it is in none. */
export function listAround({ selection }: EditorState): NodeType | null {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type } = $from.node(depth);
    if (type === bulletList || type === orderedList) return type;
  }
  return null;
}

/** Makes a list of what is selected, another kind of the list that it is in, or of that list paragraphs again. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const around = listAround(state);
    if (around === null) return wrapEach(type)(state, dispatch);
    if (around === type) return liftListItem(listItem)(state, dispatch);
    return changeList(type)(state, dispatch);
  };
}

/** Each block becomes an item of one list; items have no headings in them. */
function wrapEach(type: NodeType): Command {
  return ({ selection, tr }, dispatch) => {
    const first = selection.$from.index(0);
    const last = selection.$to.index(0);
    for (let index = last; index >= first; index--) {
      const block = tr.doc.child(index);
      const at = tr.doc.resolve(positionOf(tr.doc, index) + 1);
      if (!block.isTextblock) {
        tr.setNodeMarkup(at.before(1), type);
        continue;
      }
      tr.setNodeMarkup(at.before(1), nodeType("paragraph"));
      const range = tr.doc.resolve(at.pos).blockRange();
      if (range) tr.wrap(range, [{ type }, { type: listItem }]);
    }
    for (let index = last; index > first; index--)
      tr.join(positionOf(tr.doc, index));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Where a block of the document begins. */
function positionOf(doc: Node, index: number): number {
  let at = 0;
  for (let before = 0; before < index; before++)
    at += doc.child(before).nodeSize;
  return at;
}

function changeList(type: NodeType): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      const node = $from.node(depth);
      if (node.type !== bulletList && node.type !== orderedList) continue;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
      return true;
    }
    return false;
  };
}

export const indent: Command = (state, dispatch) => {
  const { $from } = state.selection;
  let depth = 0;
  for (let at = $from.depth; at > 0; at--)
    if ($from.node(at).type === listItem) depth++;
  return depth < deepestList && sinkListItem(listItem)(state, dispatch);
};

export const outdent: Command = liftListItem(listItem);

/** Where the link at the cursor leads; null: there is none. */
export function linkAt(state: EditorState): string | null {
  const { from, to, empty, $from } = state.selection;
  const type = markType("link");
  let found: Attrs | undefined = empty
    ? type.isInSet($from.marks())?.attrs
    : undefined;
  if (!empty)
    state.doc.nodesBetween(from, to, (node) => {
      found ??= type.isInSet(node.marks)?.attrs;
    });
  return found === undefined ? null : String(found["href"]);
}

/** Has what is selected, or the link that the cursor is in, lead to `href`; null: nowhere. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const { from, to } = linkRange(state);
    const type = markType("link");
    const { tr } = state;
    if (href === null) tr.removeMark(from, to, type);
    else if (from === to)
      tr.insert(from, descriptionSchema.text(href, [type.create({ href })]));
    else {
      tr.removeMark(from, to, type);
      tr.addMark(from, to, type.create({ href }));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** The selection, or where it is empty the whole link around the cursor. */
function linkRange(state: EditorState): { from: number; to: number } {
  const { from, to, empty, $from } = state.selection;
  const type = markType("link");
  const link = type.isInSet($from.marks());
  if (!empty || !link) return { from, to };
  const start = $from.start();
  const pieces: { from: number; to: number; isIn: boolean }[] = [];
  $from.parent.forEach((node, offset) => {
    pieces.push({
      from: start + offset,
      to: start + offset + node.nodeSize,
      isIn: link.isInSet(node.marks),
    });
  });
  const at = pieces.findIndex(
    (piece) => piece.isIn && piece.from <= from && from <= piece.to,
  );
  let [first, last] = [at, at];
  while (pieces[first - 1]?.isIn) first--;
  while (pieces[last + 1]?.isIn) last++;
  return { from: pieces[first]?.from ?? from, to: pieces[last]?.to ?? to };
}
