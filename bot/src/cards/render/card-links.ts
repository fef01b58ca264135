import type { CardLinks } from "./event-card.ts";

/** Where Teams and Outlook open for people, and this app's id in Teams. */
export interface LinkBases {
  teamsUrl: string;
  outlookWebUrl: string;
  /** Empty: not known, so there are no links into the tab. */
  teamsAppId: string;
}

/** The personal tab as a link. Teams: "Deep link to a tab"; the entity id is the manifest's. */
export function appLink(
  bases: Pick<LinkBases, "teamsUrl" | "teamsAppId">,
): string | null {
  if (bases.teamsAppId === "") return null;
  return `${bases.teamsUrl}/l/entity/${bases.teamsAppId}/events`;
}

/** A page of the personal tab as a link. */
export function tabLink(bases: LinkBases, subPage: string): string | null {
  const link = appLink(bases);
  if (link === null) return null;
  const context = encodeURIComponent(JSON.stringify({ subEntityId: subPage }));
  return `${link}?context=${context}`;
}

/**
 * The reader's own calendar on an event's day. Outlook on the web has no documented link to one event of it (the
 * organizer's `webLink` opens for the organizer alone).
 *
 * @param start wall-clock time such as `2026-12-01T17:00`
 */
export function outlookDayLink(
  { outlookWebUrl }: Pick<LinkBases, "outlookWebUrl">,
  start: string,
): string {
  const [year, month, day] = start.slice(0, 10).split("-").map(Number);
  return `${outlookWebUrl}/calendar/view/day/${year}/${month}/${day}`;
}

/** @param event `start`: wall-clock time such as `2026-12-01T17:00` */
export function eventLinks(
  bases: LinkBases,
  event: { id: string; start: string },
): CardLinks {
  return {
    details: tabLink(bases, `events/${event.id}`),
    outlook: outlookDayLink(bases, event.start),
  };
}
