import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useFocusBack } from "./use-focus-back.ts";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
    // What is too high for the window scrolls. Shrunk, a message's text would touch its border.
    "> *": { flexShrink: 0 },
    "> p": { margin: 0 },
  },
});

/** Asks something over the page before anything is done, and can always be left with everything as it was. */
export function QuestionDialog(props: {
  title: string;
  /** Something is being sent; it stays open until that is over. */
  isBusy: boolean;
  onClose: () => void;
  /** The button that leaves everything as it is. */
  closeLabel: string;
  /** What can be done besides: buttons. */
  actions: ReactNode;
  /** Where it is a form: what its button and the Enter key do. */
  onSubmit?: () => void;
  children: ReactNode;
}) {
  useFocusBack();
  const styles = useStyles();
  const { isBusy, onClose, onSubmit } = props;
  const body = (
    <DialogBody>
      <DialogTitle>{props.title}</DialogTitle>
      <DialogContent className={styles.content}>{props.children}</DialogContent>
      <DialogActions fluid>
        {props.actions}
        <Button disabled={isBusy} onClick={onClose}>
          {props.closeLabel}
        </Button>
      </DialogActions>
    </DialogBody>
  );
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !isBusy && onClose()}>
      <DialogSurface>
        {onSubmit ? (
          <form
            noValidate
            onSubmit={(submit) => {
              submit.preventDefault();
              onSubmit();
            }}
          >
            {body}
          </form>
        ) : (
          body
        )}
      </DialogSurface>
    </Dialog>
  );
}
