import type { Page } from "playwright-core";
import type { World } from "../../harness/world.ts";

/** The address of a team's channel in the simulated Teams. */
export function channelPath(
  { simulator }: World,
  teamName: string,
  channelName: string,
): string {
  const team = simulator.world.teams.find(({ name }) => name === teamName);
  const channel = team?.channels.find(({ name }) => name === channelName);
  if (!team || !channel)
    throw new Error(`There is no channel ${channelName} in ${teamName}.`);
  return `/teams/${[team.id, channel.id].map(encodeURIComponent).join("/")}`;
}

/** The posts of a channel, or somebody's chat with the bot. */
export function conversationPage(page: Page) {
  return {
    /** The messages with these words in them. */
    message: (text: string) =>
      page.getByRole("article").filter({ hasText: text }),
    /** What the official parser found fault with in any card on the page. */
    cardWarnings: page.getByTestId("card-warnings"),
    /** What one may say to the bot. */
    suggestion: (command: string) =>
      page
        .getByRole("list", { name: "What ERG Events can do" })
        .getByRole("button", { name: command }),
  };
}

/** The card of the event of this title: what can be read and pressed on it. */
export function eventCardIn(
  conversation: ReturnType<typeof conversationPage>,
  title: string,
) {
  const message = conversation.message(title);
  const card = message.getByRole("group", { name: "Card" });
  return {
    text: (words: string | RegExp) => card.getByText(words),
    answer: (label: "Going" | "Maybe" | "Can’t go") =>
      card.getByRole("button", { name: label }),
    buttons: card.getByRole("button"),
    answerInOutlook: card.getByRole("link", {
      name: "Answer in Outlook, too",
    }),
    joinLink: card.getByRole("link", { name: "Join the meeting" }),
    details: card.getByRole("link", { name: "Details" }),
  };
}
