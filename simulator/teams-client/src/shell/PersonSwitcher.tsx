import {
  Avatar,
  Button,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { PersonPicker } from "./PersonPicker.tsx";
import { useAddress } from "./use-address.ts";
import { useIdentity } from "./use-person.ts";

const useStyles = makeStyles({
  label: {
    marginInlineEnd: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    // On a phone only screen readers are told.
    "@media (max-width: 640px)": {
      position: "absolute",
      width: "1px",
      height: "1px",
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
  button: {
    maxWidth: "min(60vw, 320px)",
    whiteSpace: "nowrap",
    "@media (max-width: 640px)": {
      paddingInline: tokens.spacingHorizontalXS,
      minWidth: 0,
    },
  },
  name: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  chevron: {
    marginInlineStart: tokens.spacingHorizontalXS,
    flexShrink: 0,
    "@media (max-width: 640px)": { display: "none" },
  },
  surface: {
    width: "min(360px, calc(100vw - 48px))",
    padding: tokens.spacingHorizontalM,
  },
});

/** "You are: …"; switching person keeps the page and forgets what that person had open. */
export function PersonSwitcher() {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { change } = useAddress();
  const identity = useIdentity();
  const person =
    identity.status === "ready" && identity.value.kind === "person"
      ? identity.value.person
      : undefined;
  const choose = (upn: string) => {
    setOpen(false);
    change({ as: upn, mail: null, event: null, subPageId: null });
  };
  return (
    <Popover
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      trapFocus
      positioning="below-end"
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.button}
          icon={
            <Avatar
              size={24}
              color={person ? "colorful" : "neutral"}
              name={person?.displayName ?? ""}
              aria-hidden
            />
          }
        >
          <span className={styles.label}>You are: </span>
          <Text weight="semibold" className={styles.name}>
            {person?.displayName ?? "nobody yet"}
          </Text>
          <ChevronDown16Regular aria-hidden className={styles.chevron} />
        </Button>
      </PopoverTrigger>
      <PopoverSurface
        className={styles.surface}
        aria-label="Choose who you are"
      >
        <PersonPicker current={person} onChoose={choose} />
      </PopoverSurface>
    </Popover>
  );
}
