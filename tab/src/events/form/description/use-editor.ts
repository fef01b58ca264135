import { EditorState, type Command } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { useEffect, useRef, useState, type RefObject } from "react";
import { linkAddress } from "../../../../../bot/contract/description/link-address.ts";
import { cleanPasted } from "./clean-pasted.ts";
import { documentOfHtml, htmlOfDocument } from "./description-document.ts";
import { descriptionSchema } from "./description-schema.ts";
import { setLink } from "./editor-commands.ts";
import { editorPlugins } from "./editor-plugins.ts";

/** What keys in the editor call. */
interface EditorCalls {
  editLink: () => void;
  goToToolbar: () => void;
}

/** The editor of a description, in the place that `place` refers to. */
export function useEditor(
  given: EditorCalls & {
    place: RefObject<HTMLDivElement | null>;
    /** Canonical HTML. */
    value: string;
    onChange: (html: string) => void;
    /** Of the element in which people write: its role, its name and what describes it. */
    attributes: Record<string, string>;
  },
) {
  const view = useRef<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  /** What the form and the editor agreed on last. */
  const written = useRef(given.value);
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const { place, value, attributes } = given;

  useEffect(() => {
    if (!place.current) return;
    const opened = new EditorView(place.current, {
      state: stateOf(latest.current.value, latest),
      attributes: () => latest.current.attributes,
      dispatchTransaction(transaction) {
        const next = opened.state.apply(transaction);
        opened.updateState(next);
        setState(next);
        if (!transaction.docChanged) return;
        const html = htmlOfDocument(next.doc);
        if (html === written.current) return;
        written.current = html;
        latest.current.onChange(html);
      },
      transformPastedHTML: cleanPasted,
      handlePaste: pasteAddress,
    });
    view.current = opened;
    setState(opened.state);
    return () => {
      view.current = null;
      opened.destroy();
    };
  }, [place]);

  // Started over, or merged with what somebody else wrote.
  useEffect(() => {
    if (value === written.current) return;
    written.current = value;
    const next = stateOf(value, latest);
    view.current?.updateState(next);
    setState(next);
  }, [value]);

  const described = JSON.stringify(attributes);
  useEffect(() => view.current?.setProps({}), [described]);

  return {
    state,
    run: (command: Command): void => {
      const { current } = view;
      if (current) command(current.state, current.dispatch, current);
    },
    focus: (): void => view.current?.focus(),
  };
}

function stateOf(html: string, latest: RefObject<EditorCalls>): EditorState {
  return EditorState.create({
    doc: documentOfHtml(html),
    plugins: editorPlugins({
      editLink: () => latest.current.editLink(),
      goToToolbar: () => latest.current.goToToolbar(),
    }),
  });
}

/** An address that is pasted becomes a link: of what is selected, or of itself. */
function pasteAddress(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  const href = linkAddress(text);
  if (href === null) return false;
  if (!view.state.selection.empty)
    return setLink(href)(view.state, (tr) => view.dispatch(tr));
  const link = descriptionSchema.mark("link", { href });
  view.dispatch(
    view.state.tr
      .replaceSelectionWith(descriptionSchema.text(text, [link]), false)
      .scrollIntoView(),
  );
  return true;
}
