/** Most bytes of one line of an iCalendar file (RFC 5545, 3.1). */
const longestLine = 75;

/** A text as the value of a property (RFC 5545, 3.3.11). Pure. */
export function textValue(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n?/g, "\n")
      // Signs that the format does not know, whatever was pasted.
      .replaceAll(/[^\P{Cc}\n\t]/gu, "")
      .replaceAll(/[\\;,]/g, "\\$&")
      .replaceAll("\n", "\\n")
  );
}

/** One line of the file, folded so that no part of it is too long, and no sign is torn apart. Pure. */
export function contentLine(name: string, value: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const sign of `${name}:${value}`) {
    const size = Buffer.byteLength(sign);
    // The blank that goes on with a line counts as well.
    const room = parts.length === 0 ? longestLine : longestLine - 1;
    if (bytes + size > room) {
      parts.push(part);
      part = "";
      bytes = 0;
    }
    part += sign;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}
