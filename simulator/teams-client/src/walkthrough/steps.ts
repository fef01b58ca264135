import type { Person, World } from "../api/shapes.ts";
import { firstName, type Cast } from "./cast.ts";

export type WalkthroughStep = {
  title: string;
  text: string;
  links: {
    label: string;
    path: string;
    as: Person | undefined;
    /** The page of the app to open, as a deep link names it. */
    subPageId?: string;
  }[];
};

/** The steps, told with the names of this organization. */
export function stepsFor(cast: Cast, { app }: World): WalkthroughStep[] {
  const { admin, account, lead, team, members } = cast;
  const [first, second] = members;
  const name = (person: Person | undefined, otherwise: string) =>
    person ? firstName(person) : otherwise;
  const adminName = name(admin, "The admin");
  const leadName = name(lead, "The lead");
  const firstMember = name(first, "A member");
  const secondMember = name(second, "another member");
  const accountName = account?.displayName ?? "the service account";
  const link = (label: string, path: string, as: Person | undefined) => ({
    label,
    path,
    as,
  });
  return [
    {
      title: `${adminName} connects the service account`,
      text: `In the app's Settings choose Connect. In the sign-in window pick ${accountName}: every invitation will come from this account.`,
      links: [
        {
          ...link(`Open ${app.name} as ${adminName}`, "/app", admin),
          subPageId: "settings",
        },
      ],
    },
    {
      title: `${leadName} schedules an event`,
      text: `${leadName} leads ${team?.name ?? "a group"}. Choose Schedule event, invite everyone in the group, choose the channels for its card, and send.`,
      links: [link(`Open ${app.name} as ${leadName}`, "/app", lead)],
    },
    {
      title: "Members answer",
      text: `${firstMember} accepts the invitation in Outlook; ${secondMember} answers on the card in the channel, or in the app.`,
      links: [
        link(`Open Outlook as ${firstMember}`, "/outlook", first),
        link(
          `Open the channel as ${secondMember}`,
          team ? `/teams/${team.id}/${team.id}` : "/teams",
          second,
        ),
        link(`Open ${app.name} as ${secondMember}`, "/app", second),
      ],
    },
    {
      title: "Watch the tally",
      text: `Keep ${leadName}'s event page open: answers appear by themselves within seconds, in the channel too. The inspector shows every exchange with Microsoft 365 behind it.`,
      links: [
        link(`Open ${app.name} as ${leadName}`, "/app", lead),
        link("Open the inspector", "/inspector", undefined),
      ],
    },
    {
      title: "See who came",
      text: `Nobody really meets here. Schedule an event that ends within minutes; when it is over, open it in ${accountName}'s Outlook and choose Have the meeting take place. Some minutes later its page tells who came.`,
      links: [
        link(`Open Outlook as ${accountName}`, "/outlook", account),
        link(`Open ${app.name} as ${leadName}`, "/app", lead),
      ],
    },
  ];
}
