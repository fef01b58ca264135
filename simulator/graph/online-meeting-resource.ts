import type { Meeting, TeamsMeeting } from "../outlook/meeting.ts";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { onlineMeetingId } from "./online-meeting-id.ts";

/** An event that has a Teams meeting. */
export interface HeldOnline {
  meeting: Meeting;
  teamsMeeting: TeamsMeeting;
}

/** Graph: onlineMeeting resource type, with the values that the page on Get onlineMeeting shows. */
export function onlineMeetingResource(
  simulation: Simulation,
  organizer: Person,
  { meeting, teamsMeeting }: HeldOnline,
): Record<string, unknown> {
  const { content } = meeting;
  const { threadId, joinUrl, meetingCode, passcode } = teamsMeeting;
  return {
    id: onlineMeetingId({ organizerId: organizer.id, threadId }),
    creationDateTime: meeting.createdAt,
    startDateTime: content.startsAt,
    endDateTime: content.endsAt,
    joinWebUrl: joinUrl,
    subject: content.subject,
    isBroadcast: false,
    isEntryExitAnnounced: true,
    allowedPresenters: "everyone",
    allowMeetingChat: "enabled",
    allowTeamworkReactions: true,
    allowAttendeeToEnableCamera: true,
    allowAttendeeToEnableMic: true,
    recordAutomatically: false,
    videoTeleconferenceId: null,
    audioConferencing: null,
    chatInfo: { threadId, messageId: "0", replyChainMessageId: null },
    participants: {
      organizer: organizerInfo(simulation, organizer),
      attendees: [],
    },
    lobbyBypassSettings: {
      scope: "organization",
      isDialInBypassEnabled: false,
    },
    joinMeetingIdSettings: {
      isPasscodeRequired: true,
      joinMeetingId: meetingCode.replaceAll(" ", ""),
      passcode,
    },
  };
}

/** Graph leaves the organizer's display name out. */
function organizerInfo(simulation: Simulation, organizer: Person) {
  return {
    upn: organizer.upn,
    role: "presenter",
    identity: {
      user: {
        id: organizer.id,
        displayName: null,
        tenantId: simulation.directory.tenant.id,
        identityProvider: "AAD",
      },
    },
  };
}
