import type { Meeting } from "../outlook/meeting.ts";
import type { Settings } from "../settings/settings.ts";
import { GraphError } from "./graph-error.ts";
import { itemId } from "./item-id.ts";
import type { Preferences } from "./preferences.ts";

/**
 * Graph: event resource, transactionId: no second event is made. How that is told differs: both
 * codes are seen, and an identical retry may simply get the first event.
 */
export function answerDuplicate(
  settings: Settings,
  first: Meeting,
  preferences: Preferences,
): void {
  const { duplicateTransactionId } = settings;
  if (duplicateTransactionId === "sameEvent") return;
  throw new GraphError({
    status: duplicateTransactionId === "400" ? 400 : 409,
    code: "ErrorDuplicateTransactionId",
    message:
      "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
    extra:
      duplicateTransactionId === "400"
        ? {
            "@event.existingEventId": itemId(
              first.id,
              preferences.isImmutableId,
            ),
          }
        : {},
  });
}
