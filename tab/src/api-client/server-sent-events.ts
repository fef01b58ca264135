interface ServerSentEvent {
  name: string;
  data: string;
}

/**
 * Cuts a text stream into server-sent events (HTML standard: server-sent events, event stream interpretation).
 * Give it each piece as it arrives; it returns the events that are complete by then. Comments only keep the line open.
 */
export function createEventReader(): (piece: string) => ServerSentEvent[] {
  let rest = "";
  let name = "message";
  let data: string[] = [];

  function take(line: string): ServerSentEvent | null {
    if (line === "") {
      const event = data.length > 0 ? { name, data: data.join("\n") } : null;
      name = "message";
      data = [];
      return event;
    }
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") name = value;
    if (field === "data") data.push(value);
    return null;
  }

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    return lines.map(take).filter((event) => event !== null);
  };
}
