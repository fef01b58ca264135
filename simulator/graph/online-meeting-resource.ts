import type { Meeting, TeamsMeeting } from "../outlook/meeting.ts";
import type { ExchangeServer } from "../outlook/exchange-server.ts";
import { optionsOf, participantsOf } from "../outlook/meeting-options.ts";
import { meetingPlace } from "../outlook/teams-meeting.ts";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { onlineMeetingId } from "./online-meeting-id.ts";
import type { Preferences } from "./preferences.ts";

/** An event that has a Teams meeting. */
export interface HeldOnline {
  meeting: Meeting;
  teamsMeeting: TeamsMeeting;
}

/** Graph: onlineMeeting resource type, with the values that the page on Get onlineMeeting shows. */
export function onlineMeetingResource(
  exchange: ExchangeServer,
  organizer: Person,
  held: HeldOnline,
  /** Whether values that were added to enumerations later are named. */
  { knowsNewValues }: Pick<Preferences, "knowsNewValues">,
): Record<string, unknown> {
  const { simulation } = exchange;
  const { meeting, teamsMeeting } = held;
  const { content } = meeting;
  const options = optionsOf(exchange, teamsMeeting);
  const known = (value: string, isNew: boolean) =>
    isNew && !knowsNewValues ? "unknownFutureValue" : value;
  const { joinUrl, meetingCode, passcode } = teamsMeeting;
  const { threadId, messageId } = meetingPlace(teamsMeeting);
  return {
    id: onlineMeetingId({
      organizerId: organizer.id,
      threadId,
      messageId,
    }),
    creationDateTime: meeting.createdAt,
    startDateTime: content.startsAt,
    endDateTime: content.endsAt,
    joinWebUrl: joinUrl,
    subject: content.subject,
    isBroadcast: false,
    isEntryExitAnnounced: true,
    allowedPresenters: options.allowedPresenters,
    allowMeetingChat: options.allowMeetingChat,
    allowTeamworkReactions: true,
    allowAttendeeToEnableCamera: true,
    allowAttendeeToEnableMic: true,
    recordAutomatically: false,
    videoTeleconferenceId: null,
    audioConferencing: null,
    chatInfo: { threadId, messageId, replyChainMessageId: null },
    participants: {
      organizer: {
        ...participantInfo(simulation, organizer),
        role: "presenter",
      },
      attendees: participantsOf(exchange, held).map((participant) => ({
        ...participantInfo(simulation, {
          id: participant.personId,
          upn: participant.upn,
        }),
        role: known(participant.role, participant.role === "coorganizer"),
      })),
    },
    lobbyBypassSettings: {
      scope: known(
        options.lobby.scope,
        options.lobby.scope === "invited" ||
          options.lobby.scope === "organizationExcludingGuests",
      ),
      isDialInBypassEnabled: options.lobby.isDialInBypassEnabled,
    },
    joinMeetingIdSettings: {
      isPasscodeRequired: true,
      joinMeetingId: meetingCode.replaceAll(" ", ""),
      passcode,
    },
  };
}

/** Graph leaves display names out. */
function participantInfo(
  simulation: Simulation,
  who: { id: string | null; upn: string | null },
) {
  return {
    upn: who.upn,
    identity: {
      user: {
        id: who.id,
        displayName: null,
        tenantId: simulation.directory.tenant.id,
        identityProvider: "AAD",
      },
    },
  };
}
