import type { ExchangeServer } from "../outlook/exchange-server.ts";
import { optionsOf, participantsOf } from "../outlook/meeting-options.ts";

/** A Teams meeting as its organizer sees it under Meeting options. */
export interface TeamsMeetingView {
  /** Sign-in names, or object ids of people whom the directory does not know. */
  coorganizers: string[];
  others: string[];
  chat: string;
  lobby: string;
}

/** Of the newest of the service account's events with this subject. */
export function viewTeamsMeeting(
  exchange: ExchangeServer,
  subject: string,
): TeamsMeetingView {
  const organizer = exchange.simulation.directory.serviceAccount;
  const meeting = exchange.mailboxes
    .meetingsOf(organizer?.id ?? "")
    .findLast(({ content }) => content.subject === subject);
  const teamsMeeting = meeting?.content.teamsMeeting;
  if (!meeting || !teamsMeeting)
    throw new Error(`There is no Teams meeting “${subject}”.`);
  const options = optionsOf(exchange, teamsMeeting);
  const participants = participantsOf(exchange, { meeting, teamsMeeting });
  const named = (isCoorganizer: boolean) =>
    participants
      .filter(({ role }) => (role === "coorganizer") === isCoorganizer)
      .map(({ upn, personId }) => upn ?? personId ?? "")
      .toSorted();
  return {
    coorganizers: named(true),
    others: named(false),
    chat: options.allowMeetingChat,
    lobby: options.lobby.scope,
  };
}
