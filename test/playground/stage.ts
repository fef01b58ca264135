import type { World } from "../harness/world.ts";

/** A card as it stands in a conversation. */
interface ShownCard {
  messageId: string;
  card: object;
}

/**
 * A client of the bot in which the same flow is played: who owns the team is the lead, and the only one
 * who talks to the bot in private.
 */
export interface Stage {
  world: World;
  channelId: string;
  addAppToTeam(): Promise<void>;
  /** The card of the bot that stands in the channel with this text. */
  channelCard(text: string): ShownCard | undefined;
  /** Presses a button of the channel's card. @returns the card that the person gets to see */
  press(of: {
    person: string;
    shown: ShownCard;
    button: string;
  }): Promise<object>;
  /** The lead adds the app for themselves. */
  installPersonally(): Promise<void>;
  ask(text: string): Promise<void>;
  /** The bot's cards in the lead's private chat, oldest first. */
  privateCards(): object[];
  close(): Promise<void>;
}

/** The team on which both play: the app is not in it, and it has as many people as the playground takes. */
export const team = {
  name: "Veterans Network",
  lead: "AllanD@contoso.com",
  /** Makes it six. */
  newcomer: "GradyA@contoso.com",
};

/** A button of a card, as far as tests look into it. */
interface Button {
  type: string;
  title?: unknown;
  url?: unknown;
}

/** The button of that title on a card. */
export function findButton(card: object, title: string): Button {
  const found = buttonsOf(card).find((button) => button.title === title);
  if (!found) throw new Error(`The card has no button “${title}”.`);
  return found;
}

function buttonsOf(value: unknown): Button[] {
  if (Array.isArray(value)) return value.flatMap(buttonsOf);
  if (typeof value !== "object" || value === null) return [];
  return [
    ...(isButton(value) ? [value] : []),
    ...Object.values(value).flatMap(buttonsOf),
  ];
}

function isButton(value: object): value is Button {
  return (
    "type" in value &&
    (value.type === "Action.Execute" || value.type === "Action.OpenUrl")
  );
}
