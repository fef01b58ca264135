import { askedPart } from "../layout/late-part.tsx";

/** The dialog, loaded when it is needed. */
export const Disconnecting = askedPart(
  async () => (await import("./DisconnectDialog.tsx")).DisconnectDialog,
);
