import { z } from "zod";
import type {
  MeetingOptions,
  MeetingParticipant,
} from "../outlook/meeting-options.ts";
import type { Simulation } from "../simulation.ts";
import { badRequest, notImplemented } from "./graph-error.ts";
import { malformed } from "./parse-event.ts";

const participantSchema = z.strictObject({
  "@odata.type": z.string().optional(),
  upn: z.string().nullish(),
  role: z
    .enum(["attendee", "presenter", "coorganizer", "producer"])
    .default("attendee"),
  identity: z
    .object({ user: z.object({ id: z.string().nullish() }).nullish() })
    .nullish(),
});

const changeSchema = z.strictObject({
  "@odata.type": z.string().optional(),
  allowMeetingChat: z.enum(["enabled", "disabled", "limited"]).optional(),
  allowedPresenters: z
    .enum(["everyone", "organization", "roleIsPresenter", "organizer"])
    .optional(),
  lobbyBypassSettings: z
    .strictObject({
      "@odata.type": z.string().optional(),
      scope: z
        .enum([
          "organizer",
          "organization",
          "organizationAndFederated",
          "everyone",
          "invited",
          "organizationExcludingGuests",
        ])
        .optional(),
      isDialInBypassEnabled: z.boolean().optional(),
    })
    .optional(),
  participants: z
    .strictObject({
      "@odata.type": z.string().optional(),
      organizer: z.unknown().optional(),
      attendees: z.array(participantSchema).optional(),
    })
    .optional(),
});

/** Properties that can be changed, too, but not here. Graph: Update onlineMeeting, request body. */
const notImplementedProperties = [
  "subject",
  "startDateTime",
  "endDateTime",
  "allowAttendeeToEnableCamera",
  "allowAttendeeToEnableMic",
  "allowTeamworkReactions",
  "allowedLobbyAdmitters",
  "isEntryExitAnnounced",
  "recordAutomatically",
  "watermarkProtection",
];

/** Graph: Update onlineMeeting: only what is named changes; attendees always come as the full list. */
export function parseMeetingChange(
  simulation: Simulation,
  body: unknown,
  before: MeetingOptions,
): MeetingOptions {
  const unknown = notImplementedProperties.find(
    (name) => typeof body === "object" && body !== null && name in body,
  );
  if (unknown)
    throw notImplemented(`a change of an online meeting's ${unknown}`);
  const parsed = changeSchema.safeParse(body);
  if (!parsed.success) throw malformed(parsed.error, "onlineMeeting");
  const change = parsed.data;
  if (change.participants?.organizer !== undefined)
    throw badRequest("BadRequest", "Updating the organizer is not supported.");
  const attendees = change.participants?.attendees;
  return {
    allowMeetingChat: change.allowMeetingChat ?? before.allowMeetingChat,
    allowedPresenters: change.allowedPresenters ?? before.allowedPresenters,
    lobby: {
      scope: change.lobbyBypassSettings?.scope ?? before.lobby.scope,
      isDialInBypassEnabled:
        change.lobbyBypassSettings?.isDialInBypassEnabled ??
        before.lobby.isDialInBypassEnabled,
    },
    attendees: attendees
      ? checkCoorganizers(
          simulation,
          attendees.map((attendee) => parseParticipant(simulation, attendee)),
        )
      : before.attendees,
  };
}

function parseParticipant(
  { directory, settings }: Simulation,
  given: z.output<typeof participantSchema>,
): MeetingParticipant {
  if (given.role === "producer")
    throw badRequest("BadRequest", "Producers are of live events alone.");
  const id = given.identity?.user?.id ?? null;
  const person =
    (id === null ? undefined : directory.person(id)) ??
    directory.personByAddress(given.upn ?? "");
  const { unknownParticipant } = settings.current();
  // Somebody of outside is known by an address alone, and can only attend.
  const isStranger = id === null && given.role === "attendee";
  if (!person && !isStranger && unknownParticipant === "refused")
    throw badRequest("BadRequest", "One of the participants does not exist.");
  return {
    personId: person?.id ?? id,
    upn: person?.upn ?? given.upn ?? null,
    role: given.role,
  };
}

/** Teams: Add co-organizers to a meeting: up to 10. */
function checkCoorganizers(
  { settings }: Simulation,
  attendees: MeetingParticipant[],
): MeetingParticipant[] {
  const { maxCoorganizers } = settings.current();
  const count = attendees.filter(({ role }) => role === "coorganizer").length;
  if (count > maxCoorganizers)
    throw badRequest(
      "BadRequest",
      `A meeting has at most ${maxCoorganizers} co-organizers.`,
    );
  return attendees;
}
