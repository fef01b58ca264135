import type { EventFilter } from "./use-event-list.ts";

/** Why a list that is narrowed is empty, in words. */
interface NarrowedWords {
  title: string;
  text: string;
}

/** What is missing where the filter leaves events out; null where it asks for no words and no state. */
export function narrowedWords(
  filter: Pick<EventFilter, "search" | "state" | "groupId" | "shown">,
): NarrowedWords | null {
  const { search, state } = filter;
  if (search !== "")
    return {
      title: "No event fits",
      text: `No event that you can see has these words${state === null ? "" : " and this state"}. Search for fewer words, or look at more.`,
    };
  if (state === null) return null;
  const when = filter.shown === "past" ? "past" : "coming";
  const event = `${when} event${filter.groupId === null ? "" : " of this group"}`;
  const appear = (which: string) => `Events ${which} appear here.`;
  switch (state) {
    case "answerOpen":
      return {
        title: `No ${event} waits for your answer`,
        text: appear("to which you are invited and have not answered"),
      };
    case "going":
      return {
        title:
          when === "past"
            ? `You were going to no ${event}`
            : `You go to no ${event}`,
        text: appear("that you answer with Going or Maybe"),
      };
    case "declined":
      return {
        title: `You declined no ${event}`,
        text: appear("that you answer with Can't go"),
      };
    case "cancelled":
      return {
        title: `No ${event} is cancelled`,
        text: appear("that are cancelled"),
      };
    case "failed":
      return {
        title: `No ${event} failed to be sent`,
        text: appear("that could not be sent"),
      };
  }
}
