type Topic = "mailboxes" | "exchanges" | "teams" | "settings";

export interface Changes {
  announce(topic: Topic): void;
  /** Returns how to stop listening. */
  listen(listener: (topics: Topic[]) => void): () => void;
}

const quietMs = 100;

/** Tells open pages that something changed; at most ten times a second. */
export function changeAnnouncer(): Changes {
  const listeners = new Set<(topics: Topic[]) => void>();
  const waiting = new Set<Topic>();
  let timer: NodeJS.Timeout | null = null;
  const tell = () => {
    timer = null;
    const topics = [...waiting];
    waiting.clear();
    for (const listener of listeners) listener(topics);
  };
  return {
    announce(topic) {
      if (listeners.size === 0) return;
      waiting.add(topic);
      timer ??= setTimeout(tell, quietMs).unref();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
