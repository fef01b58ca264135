import {
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  ToolbarToggleButton,
  Tooltip,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ArrowRedoRegular } from "@fluentui/react-icons/svg/arrow-redo";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { TextBoldRegular } from "@fluentui/react-icons/svg/text-bold";
import { TextBulletListRegular } from "@fluentui/react-icons/svg/text-bullet-list";
import { TextHeader3LinesRegular } from "@fluentui/react-icons/svg/text-header-3-lines";
import { TextIndentDecreaseRegular } from "@fluentui/react-icons/svg/text-indent-decrease";
import { TextIndentIncreaseRegular } from "@fluentui/react-icons/svg/text-indent-increase";
import { TextItalicRegular } from "@fluentui/react-icons/svg/text-italic";
import { TextNumberListLtrRegular } from "@fluentui/react-icons/svg/text-number-list-ltr";
import { TextUnderlineRegular } from "@fluentui/react-icons/svg/text-underline";
import { redo, undo } from "prosemirror-history";
import type { Command, EditorState } from "prosemirror-state";
import type { ReactElement, ReactNode } from "react";
import { useTurned } from "../../../layout/use-turned.ts";
import {
  bulletList,
  hasMark,
  indent,
  isHeading,
  listAround,
  orderedList,
  outdent,
  toggleEmphasis,
  toggleHeading,
  toggleList,
} from "./editor-commands.ts";

const useStyles = makeStyles({
  toolbar: { flexWrap: "wrap", padding: tokens.spacingHorizontalXXS },
});

/** A button of the toolbar: what it is called, its keys as `aria-keyshortcuts` has them, and what it does. */
interface Tool {
  name: string;
  keys: string;
  icon: ReactElement;
  command: Command;
  /** Whether what is selected is so; absent: it is done once. */
  isOn?: boolean;
}

/** What can be done with the text, and what is so where the cursor is. */
export function EditorToolbar(props: {
  state: EditorState;
  run: (command: Command) => void;
  /** Back into the text. */
  onLeave: () => void;
  /** The button for links, with what it opens. */
  link: ReactNode;
}) {
  const styles = useStyles();
  // Icons of lists and indents lie on the side where a line begins.
  const turned = useTurned();
  const { state } = props;
  const list = listAround(state);
  const looks: Tool[] = [
    {
      name: "Heading",
      keys: "Control+Alt+3",
      icon: <TextHeader3LinesRegular />,
      command: toggleHeading,
      isOn: isHeading(state),
    },
    {
      name: "Bold",
      keys: "Control+B",
      icon: <TextBoldRegular />,
      command: toggleEmphasis("strong"),
      isOn: hasMark(state, "strong"),
    },
    {
      name: "Italic",
      keys: "Control+I",
      icon: <TextItalicRegular />,
      command: toggleEmphasis("em"),
      isOn: hasMark(state, "em"),
    },
    {
      name: "Underline",
      keys: "Control+U",
      icon: <TextUnderlineRegular />,
      command: toggleEmphasis("underline"),
      isOn: hasMark(state, "underline"),
    },
  ];
  const lists: Tool[] = [
    {
      name: "Bulleted list",
      keys: "Control+Shift+8",
      icon: <TextBulletListRegular className={turned} />,
      command: toggleList(bulletList),
      isOn: list === bulletList,
    },
    {
      name: "Numbered list",
      keys: "Control+Shift+7",
      icon: <TextNumberListLtrRegular className={turned} />,
      command: toggleList(orderedList),
      isOn: list === orderedList,
    },
    {
      name: "Indent less",
      keys: "Control+[",
      icon: <TextIndentDecreaseRegular className={turned} />,
      command: outdent,
    },
    {
      name: "Indent more",
      keys: "Control+]",
      icon: <TextIndentIncreaseRegular className={turned} />,
      command: indent,
    },
  ];
  const steps: Tool[] = [
    {
      name: "Undo",
      keys: "Control+Z",
      icon: <ArrowUndoRegular />,
      command: undo,
    },
    {
      name: "Redo",
      keys: "Control+Y",
      icon: <ArrowRedoRegular />,
      command: redo,
    },
  ];
  const draw = (tool: Tool) => (
    <ToolButton key={tool.name} tool={tool} state={state} run={props.run} />
  );
  return (
    <Toolbar
      aria-label="Text formatting"
      size="small"
      className={styles.toolbar}
      checkedValues={{
        on: [...looks, ...lists]
          .filter(({ isOn }) => isOn)
          .map(({ name }) => name),
      }}
      onKeyDown={(press) => {
        if (press.key === "Escape") props.onLeave();
      }}
    >
      {looks.map(draw)}
      <ToolbarDivider />
      {lists.map(draw)}
      <ToolbarDivider />
      {props.link}
      <ToolbarDivider />
      {steps.map(draw)}
    </Toolbar>
  );
}

function ToolButton(props: {
  tool: Tool;
  state: EditorState;
  run: (command: Command) => void;
}) {
  const { name, keys, icon, command, isOn } = props.tool;
  const shared = {
    "aria-keyshortcuts": keys,
    icon,
    // The text keeps the cursor for who uses the mouse.
    onMouseDown: (press: { preventDefault: () => void }) =>
      press.preventDefault(),
    onClick: () => props.run(command),
  };
  return (
    <Tooltip
      relationship="label"
      content={{ children: `${name} (${keys.replace("Control", "Ctrl")})` }}
    >
      {isOn === undefined ? (
        <ToolbarButton
          {...shared}
          aria-label={name}
          disabledFocusable={!command(props.state)}
        />
      ) : (
        <ToolbarToggleButton
          {...shared}
          aria-label={name}
          name="on"
          value={name}
        />
      )}
    </Tooltip>
  );
}
