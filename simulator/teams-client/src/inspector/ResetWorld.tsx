import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from "@fluentui/react-components";
import { useState } from "react";
import { sentenceOf } from "../api/call.ts";
import { simulator } from "../api/simulator.ts";

/** Back to the organization as it was at first; asks before it does. */
export function ResetWorld() {
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const reset = () =>
    simulator.reset().then(
      () => setOpen(false),
      (error: unknown) => setRefusal(sentenceOf(error)),
    );
  return (
    <div>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogTrigger disableButtonEnhancement>
          <Button>Start the organization afresh</Button>
        </DialogTrigger>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>Start the organization afresh?</DialogTitle>
            <DialogContent>
              {refusal ??
                "Every mailbox is emptied, sign-ins end, settings and faults go back. What the app itself has stored stays."}
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>Keep it</Button>
              </DialogTrigger>
              <Button appearance="primary" onClick={() => void reset()}>
                Start afresh
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </div>
  );
}
