/** What somebody asked the bot. */
export type ChatCommand =
  | { kind: "upcoming" }
  | { kind: "myAnswers" }
  | { kind: "tally"; words: string }
  | { kind: "help" }
  | { kind: "unknown" };

/** Longer messages are no questions to a bot, in characters. */
const longestCommand = 1000;

const greetings = /^(help|hilfe|hi|hello|hey|hallo|commands?)$/;

/**
 * Reads a message to the bot. Mentions (`<at>…</at>`), punctuation and the case of letters do not
 * matter; the words are those of the manifest's command lists, in each of its languages. Pure.
 */
export function readChatCommand(text: string): ChatCommand {
  const words = plainWords(
    text
      .slice(0, longestCommand)
      .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, " ")
      .replace(/<[^<>]*>|&nbsp;/gi, " ")
      .replace(/&amp;/gi, "&"),
  );
  if (words === "" || greetings.test(words)) return { kind: "help" };
  if (
    /^(upcoming|events?|anstehende?|veranstaltung(?:en)?|what( is|['’]s) on)\b/.test(
      words,
    )
  )
    return { kind: "upcoming" };
  if (/^(my answers?|meine antworten|my rsvps?|answers)$/.test(words))
    return { kind: "myAnswers" };
  const tally =
    /^(?:tally|stand|who(?: is|['’]s)? com(?:es|ing))(?:\s+(?:of|to|for))?(?:\s+(.*))?$/.exec(
      words,
    );
  if (tally) return { kind: "tally", words: tally[1] ?? "" };
  return { kind: "unknown" };
}

/** Whether a title has the words of a command in it, read as the command was. Pure. */
export function fitsTitle(title: string, words: string): boolean {
  return plainWords(title).includes(words);
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!?.,;:“”"«»]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
