import {
  Button,
  Caption1,
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
import { useWork } from "../api/use-work.ts";

const useStyles = makeStyles({
  content: { display: "grid", gap: tokens.spacingVerticalM },
  error: { color: tokens.colorStatusDangerForeground1 },
});

/** A dialog that closes once what it asked for is done, and says why when it is refused. */
export function OwnerDialog(props: {
  title: string;
  confirm: string;
  isReady: boolean;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  const { isBusy, error, run } = useWork();
  const confirm = () =>
    void run(props.onConfirm()).then((isDone) => {
      if (isDone) props.onClose();
    });
  return (
    <Dialog open onOpenChange={() => props.onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (props.isReady && !isBusy) confirm();
          }}
        >
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent className={styles.content}>
              {props.children}
              {error !== "" && (
                <Caption1 role="alert" className={styles.error}>
                  {error}
                </Caption1>
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={props.onClose}>Cancel</Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={!props.isReady || isBusy}
              >
                {props.confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
