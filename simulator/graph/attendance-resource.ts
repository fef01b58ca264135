import {
  countParticipants,
  type HeldSession,
  type Participant,
  type Presence,
} from "../attendance/held-session.ts";
import type { Settings } from "../settings/settings.ts";
import type { Simulation } from "../simulation.ts";

/** Graph: meetingAttendanceReport resource type. */
export function reportResource(session: HeldSession): Record<string, unknown> {
  return {
    id: session.reportId,
    totalParticipantCount: countParticipants(session),
    meetingStartDateTime: withoutZeros(session.startedAt),
    meetingEndDateTime: withoutZeros(session.endedAt),
  };
}

/** Graph: attendanceRecord resource type, attendanceInterval resource type; seconds begun are not counted. */
export function recordResource(
  simulation: Simulation,
  presence: Presence,
): Record<string, unknown> {
  const settings = simulation.settings.current();
  const intervals = presence.intervals.map(({ joinedAt, leftAt }) => ({
    joinDateTime: withTicks(joinedAt),
    leaveDateTime: withTicks(leftAt),
    durationInSeconds: Math.floor(
      (Date.parse(leftAt) - Date.parse(joinedAt)) / 1000,
    ),
  }));
  return {
    id: presence.recordId,
    emailAddress: addressOf(settings, presence.participant),
    totalAttendanceInSeconds: intervals.reduce(
      (sum, { durationInSeconds }) => sum + durationInSeconds,
      0,
    ),
    role: presence.role,
    identity: identityOf(simulation, presence.participant),
    attendanceIntervals: intervals,
  };
}

/** The page on List attendanceRecords shows an empty text for somebody without an address; the schema allows null. */
function addressOf(
  settings: Settings,
  participant: Participant,
): string | null {
  const isKnown =
    (participant.kind === "person" || participant.kind === "guest") &&
    settings.attendanceAddresses === "told";
  if (isKnown) return participant.address;
  return settings.missingAttendanceAddress === "empty" ? "" : null;
}

/**
 * Graph: attendanceRecord resource type names communicationsUserIdentity (and one for Azure Communication Services). How
 * others come is not told: communicationsGuestIdentity and communicationsPhoneIdentity are what Graph has for them.
 */
function identityOf(
  simulation: Simulation,
  participant: Participant,
): Record<string, unknown> | null {
  const settings = simulation.settings.current();
  switch (participant.kind) {
    case "person":
      return userIdentity(participant.personId, {
        name: participant.name,
        tenantId: simulation.directory.tenant.id,
      });
    case "guest":
      return userIdentity(participant.id, participant);
    case "anonymous":
      return unknownIdentity(settings.anonymousAttendee, {
        type: "communicationsGuestIdentity",
        id: `teamsvisitor:${participant.visitorId}`,
        name: participant.name,
      });
    case "phone":
      return unknownIdentity(settings.phoneAttendee, {
        type: "communicationsPhoneIdentity",
        id: participant.number,
        name: maskNumber(participant.number),
      });
  }
}

function userIdentity(
  id: string,
  of: { name: string; tenantId: string },
): Record<string, unknown> {
  return {
    "@odata.type": "#microsoft.graph.communicationsUserIdentity",
    id,
    displayName: of.name,
    tenantId: of.tenantId,
  };
}

function unknownIdentity(
  form: "typed" | "nameOnly" | "none",
  of: { type: string; id: string; name: string },
): Record<string, unknown> | null {
  switch (form) {
    case "typed":
      return {
        "@odata.type": `#microsoft.graph.${of.type}`,
        id: of.id,
        displayName: of.name,
      };
    case "nameOnly":
      return { id: null, displayName: of.name, tenantId: null };
    case "none":
      return null;
  }
}

/** Teams: Manage phone number privacy in Teams meetings: those outside see a number with its middle hidden. */
function maskNumber(number: string): string {
  return `${number.slice(0, 5)}${"*".repeat(Math.max(number.length - 7, 0))}${number.slice(-2)}`;
}

/** `…:49.77Z`, as the pages show it. */
function withoutZeros(instant: string): string {
  return instant.replace(/\.?0+Z$/, "Z");
}

/** Seven digits, as the pages show it. */
function withTicks(instant: string): string {
  return instant.replace(/Z$/, "0001Z");
}
