import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { EditorToolbar } from "./EditorToolbar.tsx";
import { LinkButton } from "./LinkButton.tsx";
import { useEditor } from "./use-editor.ts";

const useStyles = makeStyles({
  box: {
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ":focus-within": {
      borderBottomColor: tokens.colorCompoundBrandStroke,
      boxShadow: `inset 0 -1px ${tokens.colorCompoundBrandStroke}`,
    },
    "& [contenteditable]": {
      boxSizing: "border-box",
      minHeight: "7.5em",
      maxHeight: "60vh",
      overflowY: "auto",
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      color: tokens.colorNeutralForeground1,
      whiteSpace: "break-spaces",
      overflowWrap: "anywhere",
      fontVariantLigatures: "none",
      outlineStyle: "none",
    },
    "& [contenteditable] > :first-child": { marginTop: 0 },
    "& [contenteditable] > :last-child": { marginBottom: 0 },
    "& p": { margin: `0 0 ${tokens.spacingVerticalM}` },
    "& h3": {
      margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`,
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
    },
    "& ul, & ol": {
      margin: `0 0 ${tokens.spacingVerticalM}`,
      paddingInlineStart: tokens.spacingHorizontalXXL,
    },
    "& li p, & li ul, & li ol": { margin: 0 },
    "& a": { color: tokens.colorBrandForegroundLink },
  },
  // Fluent's "shorthands" would bring the style compiler to the first page (docs/decisions/022).
  isWrong: {
    borderTopColor: tokens.colorPaletteRedBorder2,
    borderRightColor: tokens.colorPaletteRedBorder2,
    borderBottomColor: tokens.colorPaletteRedBorder2,
    borderLeftColor: tokens.colorPaletteRedBorder2,
  },
  toolbar: {
    minHeight: "32px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Text with headings, lists, links and emphasis, as canonical HTML. */
export function DescriptionEditor(props: {
  id: string;
  value: string;
  onChange: (html: string) => void;
  /** Ids of the elements that name and describe it. */
  labelledBy: string | undefined;
  describedBy: string | undefined;
  isWrong: boolean;
}) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const [linkIsOpen, setLinkIsOpen] = useState(false);
  const { state, run, focus } = useEditor({
    place,
    value: props.value,
    onChange: props.onChange,
    attributes: {
      id: props.id,
      role: "textbox",
      // Text that can be edited is a stop of the Tab key by itself, but Fluent goes by what the element says.
      tabindex: "0",
      "aria-multiline": "true",
      "aria-keyshortcuts": "Alt+F10",
      ...(props.labelledBy && { "aria-labelledby": props.labelledBy }),
      ...(props.describedBy && { "aria-describedby": props.describedBy }),
      ...(props.isWrong && { "aria-invalid": "true" }),
    },
    editLink: () => setLinkIsOpen(true),
    goToToolbar: () =>
      toolbar.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus(),
  });
  return (
    <div className={mergeClasses(styles.box, props.isWrong && styles.isWrong)}>
      <div ref={place} />
      {/* Behind the text, as in Teams' own: who comes with the Tab key comes to the text first. */}
      <div ref={toolbar} className={styles.toolbar}>
        {state && (
          <EditorToolbar
            state={state}
            run={run}
            onLeave={focus}
            link={
              <LinkButton
                state={state}
                run={run}
                isOpen={linkIsOpen}
                onOpenChange={setLinkIsOpen}
                onLeave={focus}
              />
            }
          />
        )}
      </div>
    </div>
  );
}
