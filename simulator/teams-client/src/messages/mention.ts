/** Whether a text calls the bot by name, as "@ERG Events" does, in whatever case. */
export function namesBot(text: string, botName: string): boolean {
  return text.toLowerCase().includes(`@${botName.toLowerCase()}`);
}

/** The text without the calls of the bot: Teams puts the mention itself into the message. */
export function withoutMention(text: string, botName: string): string {
  const at = text.toLowerCase().indexOf(`@${botName.toLowerCase()}`);
  if (at < 0) return text.trim();
  const rest = text.slice(0, at) + text.slice(at + botName.length + 1);
  return withoutMention(rest.replaceAll(/ {2,}/g, " "), botName);
}

export type TextPart = { kind: "text" | "mention"; text: string };

/** What a person wrote, in pieces, so that calls of the bot can be shown as such. */
export function textParts(text: string, botName: string): TextPart[] {
  const mention = `@${botName.toLowerCase()}`;
  const parts: TextPart[] = [];
  let rest = text;
  while (rest !== "") {
    const at = rest.toLowerCase().indexOf(mention);
    const end = at < 0 ? rest.length : at;
    if (end > 0) parts.push({ kind: "text", text: rest.slice(0, end) });
    if (at < 0) break;
    parts.push({ kind: "mention", text: rest.slice(at, at + mention.length) });
    rest = rest.slice(at + mention.length);
  }
  return parts;
}

/** Bot Framework: whom a bot mentions stands in its text as `<at>name</at>`. */
export function mentionsAsNames(text: string): string {
  return text.replaceAll(/<at(?:\s[^>]*)?>(.*?)<\/at>/g, "$1");
}
