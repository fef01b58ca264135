import type { MailPreview } from "../../contract/mail-preview.ts";
import { findOutside } from "../audience/find-outside.ts";
import { findMailingLists } from "../audience/mailing-list-store.ts";
import type { Invitee } from "../audience/resolve-audience.ts";
import type { EventDeps } from "./schedule-event.ts";

/** Names shown of each kind of people; the rest is a number. */
const shownNames = 10;

/** What a lead should know of those who are to be invited, before anything is sent. */
export async function previewInvited(
  { db, organizerAddress }: Pick<EventDeps, "db" | "organizerAddress">,
  invitees: readonly Pick<Invitee, "address" | "displayName" | "objectId">[],
): Promise<Pick<MailPreview, "outside" | "teamGroups">> {
  const { external, guests } = await findOutside(
    db,
    { organizerAddress },
    invitees,
  );
  const lists = await findMailingLists(
    db,
    invitees.map(({ address }) => address),
  );
  const teamGroups = [...lists.values()].filter(
    ({ kind }) => kind === "teamGroup",
  );
  return {
    ...(external.length + guests.length > 0 && {
      outside: { external: counted(external), guests: counted(guests) },
    }),
    ...(teamGroups.length > 0 && {
      teamGroups: teamGroups.map(({ name }) => name),
    }),
  };
}

function counted(people: readonly Pick<Invitee, "displayName">[]) {
  return {
    count: people.length,
    names: people.slice(0, shownNames).map(({ displayName }) => displayName),
  };
}
