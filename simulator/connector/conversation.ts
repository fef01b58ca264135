import type { Simulation } from "../simulation.ts";
import type { Person, Team } from "../world/world-seed.ts";
import { installationsOf, memberId } from "./connector.ts";
import { conversationNotFound, notInRoster } from "./connector-error.ts";

export type Conversation =
  | { kind: "channel"; id: string; team: Team }
  | { kind: "personal"; id: string; person: Person };

export interface PersonalConversation {
  id: string;
  personId: string;
}

export const personalConversationsOf = (simulation: Simulation) =>
  simulation.store.table<PersonalConversation>("personalConversations");

/** The conversation that an id names: a team, a channel, a thread in it, or a personal chat. */
export function findConversation(
  simulation: Simulation,
  id: string,
): Conversation {
  const personal = personalConversationsOf(simulation).get(id);
  if (personal) {
    const person = simulation.directory.person(personal.personId);
    if (person) return { kind: "personal", id, person };
  }
  // A thread is the channel followed by `;messageid=…`.
  const [channelId = ""] = id.split(";");
  const team = simulation.directory.teamOfChannel(channelId);
  if (!team) throw conversationNotFound();
  requireInstalled(simulation, team);
  return { kind: "channel", id, team };
}

export function requireInstalled(simulation: Simulation, team: Team): void {
  if (!installationsOf(simulation).get(team.id)) throw notInRoster();
}

export function membersOf(
  simulation: Simulation,
  conversation: Conversation,
): Person[] {
  if (conversation.kind === "personal") return [conversation.person];
  return conversation.team.memberIds.flatMap(
    (id) => simulation.directory.person(id) ?? [],
  );
}

/** Teams: Get Teams specific context for your bot, a member of the roster. */
export function memberResource(simulation: Simulation, person: Person) {
  const [givenName = "", surname = ""] = person.displayName.split(" ");
  return {
    id: memberId(simulation, person),
    name: person.displayName,
    aadObjectId: person.id,
    objectId: person.id,
    givenName,
    surname,
    email: person.mail,
    userPrincipalName: person.upn,
    tenantId: simulation.directory.tenant.id,
    userRole: "user",
  };
}
