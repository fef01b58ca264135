import { Suspense, lazy } from "react";
import type { DisconnectDialogProps } from "./DisconnectDialog.tsx";

const DisconnectDialog = lazy(async () => ({
  default: (await import("./DisconnectDialog.tsx")).DisconnectDialog,
}));

/** The dialog, loaded when it is needed. */
export function Disconnecting(props: DisconnectDialogProps) {
  return (
    <Suspense>
      <DisconnectDialog {...props} />
    </Suspense>
  );
}
