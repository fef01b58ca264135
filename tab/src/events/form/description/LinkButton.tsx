import {
  Button,
  Field,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  ToolbarButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import type { Command, EditorState } from "prosemirror-state";
import { useState } from "react";
import { linkAt, setLink } from "./editor-commands.ts";
import { typedLink } from "./typed-link.ts";

const useStyles = makeStyles({
  surface: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    width: "min(320px, calc(100vw - 48px))",
    boxSizing: "border-box",
  },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS },
});

/** The button for links: where what is selected leads. */
export function LinkButton(props: {
  state: EditorState;
  run: (command: Command) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Back into the text. */
  onLeave: () => void;
}) {
  const { isOpen, onOpenChange } = props;
  const there = linkAt(props.state);
  const close = () => {
    onOpenChange(false);
    props.onLeave();
  };
  return (
    <Popover
      trapFocus
      withArrow
      open={isOpen}
      onOpenChange={(_, { open }) => {
        if (open) onOpenChange(true);
        else close();
      }}
    >
      <PopoverTrigger disableButtonEnhancement>
        <ToolbarButton
          aria-label="Link"
          title="Link (Ctrl+K)"
          aria-keyshortcuts="Control+K"
          icon={<LinkRegular />}
          onMouseDown={(press) => press.preventDefault()}
        />
      </PopoverTrigger>
      <PopoverSurface aria-label="Link">
        <LinkForm
          first={there ?? ""}
          canRemove={there !== null}
          onDone={(href) => {
            props.run(setLink(href));
            close();
          }}
        />
      </PopoverSurface>
    </Popover>
  );
}

function LinkForm(props: {
  first: string;
  canRemove: boolean;
  onDone: (href: string | null) => void;
}) {
  const styles = useStyles();
  const [typed, setTyped] = useState(props.first);
  const [isWrong, setWrong] = useState(false);
  const apply = () => {
    const href = typedLink(typed);
    if (href === null) setWrong(true);
    else props.onDone(href);
  };
  return (
    <div className={styles.surface}>
      <Field
        label="Address"
        {...(isWrong && {
          validationMessage:
            "Write an address such as https://contoso.com, or an e-mail address.",
        })}
      >
        <Input
          value={typed}
          type="url"
          input={{ dir: "ltr" }}
          onChange={(_, { value }) => {
            setTyped(value);
            setWrong(false);
          }}
          onKeyDown={(press) => {
            if (press.key !== "Enter") return;
            // The form around the editor would take it for its own.
            press.preventDefault();
            apply();
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={apply}>
          Apply
        </Button>
        {props.canRemove && (
          <Button onClick={() => props.onDone(null)}>Remove link</Button>
        )}
      </div>
    </div>
  );
}
