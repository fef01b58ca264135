import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import {
  InputRule,
  inputRules,
  undoInputRule,
  wrappingInputRule,
} from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { linkAddress } from "../../../../../bot/contract/description/link-address.ts";
import { descriptionSchema } from "./description-schema.ts";
import {
  bulletList,
  indent,
  listItem,
  orderedList,
  outdent,
  toggleEmphasis,
  toggleHeading,
  toggleList,
} from "./editor-commands.ts";

/**
 * Keys as in Outlook, lists that begin by `- ` and `1. `, and addresses that become links. Tab leaves the editor as
 * it leaves every field; lists are indented by Ctrl+] and the toolbar.
 */
export function editorPlugins(given: {
  editLink: () => void;
  goToToolbar: () => void;
}): Plugin[] {
  const calls = (what: () => void): Command => {
    return (_state, dispatch) => {
      if (dispatch) what();
      return true;
    };
  };
  return [
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*•]\s$/, bulletList),
        wrappingInputRule(/^1[.)]\s$/, orderedList),
        addressRule,
      ],
    }),
    keymap({
      "Mod-b": toggleEmphasis("strong"),
      "Mod-i": toggleEmphasis("em"),
      "Mod-u": toggleEmphasis("underline"),
      "Mod-k": calls(given.editLink),
      "Mod-z": undo,
      "Shift-Mod-z": redo,
      "Mod-y": redo,
      "Mod-Alt-3": toggleHeading,
      "Mod-Shift-7": toggleList(orderedList),
      "Mod-Shift-8": toggleList(bulletList),
      "Mod-]": indent,
      "Mod-[": outdent,
      Enter: splitListItem(listItem),
      Backspace: undoInputRule,
      "Shift-Enter": lineBreak,
      "Alt-F10": calls(given.goToToolbar),
    }),
    keymap(baseKeymap),
    history(),
  ];
}

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  const node = descriptionSchema.node("hard_break");
  dispatch?.(state.tr.replaceSelectionWith(node).scrollIntoView());
  return true;
});

/** An address that is typed leads to where it says, once a space follows. */
const addressRule = new InputRule(
  /(?:^|\s)((?:https?:\/\/|www\.)\S+[^\s.,;:!?)])\s$/i,
  (state, [, typed = ""], _start, end) => {
    const href = linkAddress(
      /^www\./i.test(typed) ? `https://${typed}` : typed,
    );
    if (href === null) return null;
    const link = descriptionSchema.mark("link", { href });
    const from = end - typed.length;
    return state.tr
      .addMark(from, end, link)
      .removeStoredMark(link)
      .insertText(" ", end);
  },
);
