import { z } from "zod";
import type { GraphClient } from "./graph-client.ts";

/** Whose meetings are looked at: the account's by its own token, or by the app's. */
export type MeetingOwner = "me" | { userObjectId: string };

/** Path of somebody's meetings, below the version. */
export function meetingsPath(owner: MeetingOwner): string {
  return owner === "me"
    ? "/me/onlineMeetings"
    : `/users/${owner.userObjectId}/onlineMeetings`;
}

/** Where a meeting is kept: the thread of its chat tells whether it belongs to a channel (Graph: "chatInfo resource type"). */
interface PlacedMeeting {
  id: string;
  threadId: string | null;
}

const placedListSchema = z.object({
  value: z.array(
    z
      .object({
        id: z.string(),
        chatInfo: z.object({ threadId: z.string().nullish() }).nullish(),
      })
      .transform(({ id, chatInfo }): PlacedMeeting => ({
        id,
        threadId: chatInfo?.threadId ?? null,
      })),
  ),
});

/**
 * Finds an online meeting by its join link, the only filter there is (Graph: "Get onlineMeeting"). Null when
 * Teams knows none, which also is so where somebody else organized it.
 */
export async function findPlacedMeeting(
  graph: GraphClient,
  owner: MeetingOwner,
  joinUrl: string,
): Promise<PlacedMeeting | null> {
  const page = placedListSchema.parse(
    await graph.call<unknown>(meetingsPath(owner), (request) =>
      request.filter(joinUrlFilter(joinUrl)).get(),
    ),
  );
  return page.value[0] ?? null;
}

function joinUrlFilter(joinUrl: string): string {
  const literal = joinUrl.replaceAll("'", "''");
  // The SDK puts filters into the address as they are, and the link has % and & of its own.
  return encodeURIComponent(`JoinWebUrl eq '${literal}'`);
}

/** Somebody in an online meeting besides its organizer (Graph: "meetingParticipantInfo resource type"). */
export interface MeetingParticipant {
  /** Entra object id; null for who is known by an address alone. */
  objectId: string | null;
  upn: string | null;
  role: "attendee" | "presenter" | "producer" | "coorganizer";
  /** As Graph says it, or as it is told it. */
  identity: unknown;
}

export interface OnlineMeeting {
  id: string;
  participants: MeetingParticipant[];
}

const participantSchema = z
  .object({
    upn: z.string().nullish(),
    role: z.string().nullish(),
    identity: z
      .looseObject({
        user: z.looseObject({ id: z.string().nullish() }).nullish(),
      })
      .nullish(),
  })
  .transform(({ upn, role, identity }): MeetingParticipant => ({
    objectId: identity?.user?.id ?? null,
    upn: upn ?? null,
    role: readRole(role ?? null),
    identity: identity ?? null,
  }));

/** The role has one name to programs that know it, and another to all others. */
function readRole(role: string | null): MeetingParticipant["role"] {
  switch (role) {
    case "presenter":
    case "producer":
      return role;
    case "coorganizer":
    case "unknownFutureValue":
      return "coorganizer";
    default:
      return "attendee";
  }
}

const meetingSchema = z
  .object({
    id: z.string(),
    participants: z
      .object({ attendees: z.array(participantSchema).nullish() })
      .nullish(),
  })
  .transform(({ id, participants }): OnlineMeeting => ({
    id,
    participants: participants?.attendees ?? [],
  }));

/** Graph names co-organizers only to who says that it knows newer values (Graph: "meetingParticipantInfo resource type"). */
const preferNewValues =
  'IdType="ImmutableId", include-unknown-enum-members' as const;

function meetingPath(meetingId: string): string {
  return `/me/onlineMeetings/${encodeURIComponent(meetingId)}`;
}

/** Finds one of the account's meetings by its join link; null when Teams knows none. */
export async function findOnlineMeeting(
  graph: GraphClient,
  joinUrl: string,
): Promise<OnlineMeeting | null> {
  const page = z
    .object({ value: z.array(meetingSchema) })
    .parse(
      await graph.call<unknown>("/me/onlineMeetings", (request) =>
        request
          .header("Prefer", preferNewValues)
          .filter(joinUrlFilter(joinUrl))
          .get(),
      ),
    );
  return page.value[0] ?? null;
}

/** Graph: "Get onlineMeeting". */
export async function readOnlineMeeting(
  graph: GraphClient,
  meetingId: string,
): Promise<OnlineMeeting> {
  return meetingSchema.parse(
    await graph.call<unknown>(meetingPath(meetingId), (request) =>
      request.header("Prefer", preferNewValues).get(),
    ),
  );
}

/** Changes one of the account's meetings (Graph: "Update onlineMeeting"): what is null stays. Mails nobody. */
export async function updateOnlineMeeting(
  graph: GraphClient,
  meetingId: string,
  change: {
    lobby: string | null;
    chat: string | null;
    participants: readonly MeetingParticipant[] | null;
  },
): Promise<void> {
  const body = {
    ...(change.lobby !== null && {
      lobbyBypassSettings: { scope: change.lobby },
    }),
    ...(change.chat !== null && { allowMeetingChat: change.chat }),
    ...(change.participants && {
      participants: {
        attendees: change.participants.map(({ upn, role, identity }) => ({
          ...(upn !== null && { upn }),
          role,
          identity,
        })),
      },
    }),
  };
  await graph.call<unknown>(meetingPath(meetingId), (request) =>
    request.header("Prefer", preferNewValues).patch(body),
  );
}
