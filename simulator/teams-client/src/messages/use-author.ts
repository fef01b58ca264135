import type { Message } from "../api/message-shapes.ts";
import { useWorld } from "../api/world.tsx";

export type Author = { name: string; isBot: boolean };

export function useAuthor({ from }: Message): Author {
  const { app, people } = useWorld();
  if (from.kind === "bot") return { name: app.name, isBot: true };
  const known = people.find(({ id }) => id === from.personId);
  return {
    name: from.displayName ?? known?.displayName ?? "Somebody",
    isBot: false,
  };
}
