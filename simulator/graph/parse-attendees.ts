import type { InvitedAttendee } from "../outlook/create-meeting.ts";
import type { Settings } from "../settings/settings.ts";
import type { AttendeeInput } from "./event-input.ts";
import { badRequest } from "./graph-error.ts";

/** Graph: attendee resource; at most 500 of them on an event. */
export function parseAttendees(
  inputs: AttendeeInput[] | undefined,
  settings: Settings,
): InvitedAttendee[] | null {
  if (!inputs) return null;
  if (inputs.length > settings.maxAttendees) {
    throw badRequest(
      "ErrorInvalidRecipients",
      `The event has ${inputs.length} attendees; ${settings.maxAttendees} are allowed.`,
    );
  }
  const rows = new Map<string, InvitedAttendee>();
  for (const attendee of inputs) {
    const row = attendeeOf(attendee, settings);
    rows.set(row.address.toLowerCase(), row);
  }
  return [...rows.values()];
}

function attendeeOf(input: AttendeeInput, settings: Settings): InvitedAttendee {
  const address = input.emailAddress.address ?? "";
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(address)) {
    throw badRequest(
      "ErrorInvalidRecipients",
      "At least one recipient isn't valid., A message can't be sent because it contains no recipients.",
    );
  }
  const setsStatus = !["none", "notResponded", undefined, null].includes(
    input.status?.response,
  );
  if (setsStatus && settings.organizerSetsStatus === "refused") {
    throw badRequest(
      "ErrorInvalidPropertySet",
      "The organizer cannot set the status of an attendee.",
    );
  }
  const name = input.emailAddress.name ?? "";
  return { address, name: name === "" ? address : name, type: input.type };
}
