import type { BadgeProps } from "@fluentui/react-components";
import type { Mail } from "../api/mailbox-shapes.ts";

/** How the kinds of mail are marked in the inbox. */
export const mailKinds: Record<
  Mail["kind"],
  { badge: string | undefined; color: NonNullable<BadgeProps["color"]> }
> = {
  invitation: { badge: "Invitation", color: "brand" },
  update: { badge: "Update", color: "warning" },
  cancellation: { badge: "Canceled", color: "danger" },
  response: { badge: "Answer", color: "success" },
  message: { badge: undefined, color: "informative" },
};
