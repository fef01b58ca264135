import type { Person } from "../api/shapes.ts";

/** Where messages are read and written, and by whom. */
export type ConversationPlace = {
  id: string;
  person: Person;
  kind: "channel" | "personal";
  /** Nobody writes into an archived team; whoever owns it may delete what others wrote. */
  isReadOnly: boolean;
  mayDelete: boolean;
  /** Where an app's links lead from here. */
  openLink: (url: string) => boolean;
  /** Reads the messages anew, for what one has just done oneself. */
  reload: () => void;
};
