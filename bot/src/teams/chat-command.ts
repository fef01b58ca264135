/** What somebody asked the bot. */
export type ChatCommand =
  | { kind: "upcoming" }
  | { kind: "myAnswers" }
  | { kind: "tally"; words: string }
  | { kind: "help" }
  | { kind: "unknown" };

const greetings = /^(help|hilfe|hi|hello|hey|hallo|\?|commands?)$/;

/**
 * Reads a message to the bot. Mentions (`<at>…</at>`), punctuation and the case of letters do not
 * matter. Pure.
 */
export function readChatCommand(text: string): ChatCommand {
  const words = text
    .replace(/<at\b[^>]*>[\s\S]*?<\/at>/gi, " ")
    .replace(/<[^>]*>|&nbsp;/gi, " ")
    .toLowerCase()
    .replace(/[!.,;:“”"«»]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (words === "" || greetings.test(words)) return { kind: "help" };
  if (/^(upcoming|events?|what( is|['’]s) on)\b/.test(words))
    return { kind: "upcoming" };
  if (/^(my answers?|my rsvps?|answers)$/.test(words))
    return { kind: "myAnswers" };
  const tally =
    /^(?:tally|who (?:is )?com(?:es|ing))(?:\s+(?:of|to|for))?(?:\s+(.*))?$/.exec(
      words,
    );
  if (tally)
    return { kind: "tally", words: (tally[1] ?? "").replace(/\?$/, "").trim() };
  return { kind: "unknown" };
}
