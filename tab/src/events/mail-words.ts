import type { MailPreview } from "../../../bot/contract/mail-preview.ts";
import { listLabel } from "../audiences/list-sentences.ts";
import { peopleCount } from "../groups/group-choice.ts";
import { listCount } from "./list-words.ts";
import { listOf } from "./list-of.ts";

type Mail = MailPreview["mails"][number];

/** What will be mailed to whom and why, a sentence for each kind of mail. */
export function mailSentences(preview: MailPreview): string[] {
  if (preview.mails.length === 0) return ["Nobody gets a mail."];
  return preview.mails.map((mail) => mailSentence(mail, preview));
}

/** What else waits and will not be sent besides; null when nothing does. */
export function replacesSentence({
  replaces,
}: Pick<MailPreview, "replaces">): string | null {
  if (!replaces) return null;
  const what = replaces.kind === "cancel" ? "cancellation" : "change";
  const whose = replaces.isOwn ? "you" : (replaces.by ?? "another lead");
  return `This takes the place of the ${what} that ${whose} made just now and that has not gone out yet. Nobody is mailed about that one besides.`;
}

function mailSentence(mail: Mail, preview: MailPreview): string {
  const people = recipients(mail);
  if (mail.reason === "newEvent") return `${people} will get an invitation.`;
  if (mail.reason === "added") {
    return `${people} will get an invitation, because you add them.`;
  }
  if (mail.reason === "removed") {
    return `${people} will get a cancellation, because you remove them.`;
  }
  if (mail.reason === "cancelled") return `${people} will get a cancellation.`;
  if (mail.reason === "sentAgain") {
    return `${people} will get a new invitation.`;
  }
  if (mail.reason === "restored") {
    return `${people} will get an update, because you put your version back.`;
  }
  return `${people} will get an update${becauseOf(preview)}.${
    preview.answersReset ? " They are asked to answer again." : ""
  }`;
}

/** `12 people, All employees (about 48,000 people, one mail) and 1 mailing list (about 1,200 people)` */
function recipients({ people, lists }: Pick<Mail, "people" | "lists">): string {
  if (!lists) return peopleCount(people);
  const byName = people - lists.count;
  const { named = [] } = lists;
  const others = {
    count: lists.count - named.length,
    about: named.reduce((rest, { about }) => rest - about, lists.about),
  };
  return listOf([
    ...(byName > 0 ? [peopleCount(byName)] : []),
    ...named.map(listLabel),
    ...(others.count > 0 ? [listCount(others)] : []),
  ]);
}

/** Who of those to be invited is not of the organization, a sentence for each kind; empty where nobody is. */
export function outsideSentences({
  outside,
}: Pick<MailPreview, "outside">): string[] {
  if (!outside) return [];
  const { external, guests } = outside;
  return [
    ...invitedSentence(peopleCount(external.count), "outside", external),
    ...invitedSentence(guestCount(guests.count), "of", guests),
  ];
}

function invitedSentence(
  people: string,
  whose: "outside" | "of",
  { count, names }: { count: number; names: string[] },
): string[] {
  if (count === 0) return [];
  const get = count === 1 ? "gets" : "get";
  const named = namesSentence({ people: count, names });
  return [`${people} ${whose} your company ${get} an invitation: ${named}.`];
}

function guestCount(count: number): string {
  return count === 1 ? "1 guest" : `${count.toLocaleString("en")} guests`;
}

/** That mail to Microsoft 365 groups may reach few; null where there are none. */
export function subscribersWarning({
  teamGroups = [],
}: Pick<MailPreview, "teamGroups">): string | null {
  if (teamGroups.length === 0) return null;
  const [are, them] =
    teamGroups.length === 1
      ? ["is a Microsoft 365 group", "it"]
      : ["are Microsoft 365 groups", "them"];
  return `${listOf(teamGroups)} ${are}: only members who subscribe to ${them} get the mail.`;
}

function becauseOf({ changes }: MailPreview): string {
  const visible = changes.filter((change) => change !== "attendees");
  if (visible.length === 0) return "";
  const verb = visible.length === 1 ? "changes" : "change";
  return `, because the ${listOf(visible)} ${verb}`;
}

/** Who the people are: `Adele Vance, Alex Wilber and 10 more`. */
export function namesSentence(mail: Pick<Mail, "names" | "people">): string {
  const more = mail.people - mail.names.length;
  if (more <= 0) return listOf(mail.names);
  if (mail.names.length === 0) return "";
  return `${mail.names.join(", ")} and ${more.toLocaleString("en")} more`;
}

/** What opens the list of them: `Show all 1,240`. */
export function allNamesLabel({ people }: Pick<Mail, "people">): string {
  return `Show all ${people.toLocaleString("en")}`;
}

/** In the order in which a reader looks for somebody. */
export function byName(
  who: NonNullable<Mail["who"]>,
  locale: string,
): NonNullable<Mail["who"]> {
  const { compare } = new Intl.Collator(locale);
  return who.toSorted(
    (one, other) =>
      compare(one.name, other.name) || compare(one.address, other.address),
  );
}

/** What the button does that sends the mails: `Send 12 invitations`. */
export function sendLabel(preview: MailPreview): string {
  if (preview.mails.length === 0) return "Save without sending";
  return `Send ${listOf(preview.mails.map(countOf))}`;
}

function countOf({ kind, people }: Mail): string {
  return `${people.toLocaleString("en")} ${people === 1 ? kind : `${kind}s`}`;
}

/** What the button does that cancels: `Cancel event and send 12 cancellations`. */
export function cancelLabel(preview: MailPreview): string {
  if (preview.mails.length === 0) return "Cancel event and mail nobody";
  return `Cancel event and send ${listOf(preview.mails.map(countOf))}`;
}
