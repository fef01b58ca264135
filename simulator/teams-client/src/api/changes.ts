import { z } from "zod";

export type Topic = "mailboxes" | "exchanges" | "teams" | "settings";

type Listener = (topics: ReadonlySet<string>) => void;

const changeShape = z.object({ topics: z.array(z.string()) });
const listeners = new Set<Listener>();
let stream: EventSource | undefined;
let missedSomething = false;

/**
 * Calls back whenever the simulator says that something of these topics
 * changed; answers a function that ends it. One stream serves the whole page.
 */
export function onChange(
  topics: readonly Topic[],
  callback: () => void,
): () => void {
  const listener: Listener = (changed) => {
    if (topics.some((topic) => changed.has(topic))) callback();
  };
  listeners.add(listener);
  connect();
  return () => listeners.delete(listener);
}

function connect(): void {
  if (stream || document.visibilityState === "hidden") return;
  stream = new EventSource("/sim/api/changes");
  stream.addEventListener("changed", (event) => {
    const data: unknown = JSON.parse(String(event.data));
    tell(changeShape.parse(data).topics);
  });
  stream.addEventListener("error", () => (missedSomething = true));
  stream.addEventListener("open", () => {
    if (missedSomething) tell(["mailboxes", "exchanges", "teams", "settings"]);
    missedSomething = false;
  });
}

function tell(topics: readonly string[]): void {
  const changed = new Set(topics);
  for (const listener of listeners) listener(changed);
}

function disconnect(): void {
  stream?.close();
  stream = undefined;
  missedSomething = true;
}

// A browser opens six connections a host at most: pages in the background, and
// pages kept for the back button, let theirs go, so that a person may open any
// number of people side by side.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") connect();
  else disconnect();
});
window.addEventListener("pagehide", disconnect);
window.addEventListener("pageshow", () => {
  if (listeners.size > 0) connect();
});
