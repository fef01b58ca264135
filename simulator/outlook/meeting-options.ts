import type { Meeting, TeamsMeeting } from "./meeting.ts";
import type { ExchangeServer } from "./exchange-server.ts";
import { meetingPlace } from "./teams-meeting.ts";

/** Graph: meetingParticipantInfo, onlineMeetingRole; producers are of live events alone. */
type MeetingRole = "attendee" | "presenter" | "coorganizer";

export interface MeetingParticipant {
  /** Entra object id; null: named by an address that the directory does not know. */
  personId: string | null;
  upn: string | null;
  role: MeetingRole;
}

/** What somebody can choose for a Teams meeting. Graph: onlineMeeting resource type. */
export interface MeetingOptions {
  allowMeetingChat: "enabled" | "disabled" | "limited";
  allowedPresenters:
    "everyone" | "organization" | "roleIsPresenter" | "organizer";
  lobby: {
    scope:
      | "organizer"
      | "organization"
      | "organizationAndFederated"
      | "everyone"
      | "invited"
      | "organizationExcludingGuests";
    isDialInBypassEnabled: boolean;
  };
  /** Null until somebody sets them. */
  attendees: MeetingParticipant[] | null;
}

/** As Teams makes a meeting where no policy says otherwise. */
const newOptions: MeetingOptions = {
  allowMeetingChat: "enabled",
  allowedPresenters: "everyone",
  lobby: { scope: "organization", isDialInBypassEnabled: false },
  attendees: null,
};

export function optionsOf(
  server: ExchangeServer,
  meeting: TeamsMeeting,
): MeetingOptions {
  return server.mailboxes.options(optionsKey(meeting)) ?? newOptions;
}

/** Meetings of one channel share its thread, not their options. */
export function optionsKey(meeting: TeamsMeeting): string {
  const { threadId, messageId } = meetingPlace(meeting);
  return messageId === "0" ? threadId : `${threadId}/${messageId}`;
}

/** The meeting's participants without its organizer, as Graph lists them. */
export function participantsOf(
  server: ExchangeServer,
  held: { meeting: Meeting; teamsMeeting: TeamsMeeting },
): MeetingParticipant[] {
  const { attendees } = optionsOf(server, held.teamsMeeting);
  if (attendees) return attendees;
  const { settings, directory } = server.simulation;
  if (settings.current().meetingAttendees === "none") return [];
  return held.meeting.attendees.map(({ address }) => {
    const person = directory.personByAddress(address);
    return {
      personId: person?.id ?? null,
      upn: person?.upn ?? address,
      role: "attendee" as const,
    };
  });
}

/** What a person meets with who joins. */
export interface MeetingStanding {
  role: "organizer" | MeetingRole;
  /** Waits until somebody admits them. */
  waitsInLobby: boolean;
  chat: MeetingOptions["allowMeetingChat"];
}

/**
 * Teams: Roles in meetings; Add co-organizers: these pass the lobby. Where everybody may present, who has no role
 * is a presenter.
 */
export function standingIn(
  server: ExchangeServer,
  given: { teamsMeeting: TeamsMeeting; organizer: string; reader: string },
): MeetingStanding {
  const { directory } = server.simulation;
  const options = optionsOf(server, given.teamsMeeting);
  const chat = options.allowMeetingChat;
  const person = directory.personByAddress(given.reader);
  const isOrganizer =
    given.organizer.toLowerCase() === given.reader.toLowerCase();
  if (isOrganizer) return { role: "organizer", waitsInLobby: false, chat };
  const named = options.attendees?.find(
    ({ personId }) => personId !== null && personId === person?.id,
  )?.role;
  if (named === "coorganizer")
    return { role: "coorganizer", waitsInLobby: false, chat };
  const { scope } = options.lobby;
  return {
    role: options.allowedPresenters === "everyone" ? "presenter" : "attendee",
    waitsInLobby:
      scope === "organizer" ||
      // Nobody reads an event's page here who was not invited.
      (scope !== "everyone" && scope !== "invited" && person === undefined),
    chat,
  };
}
