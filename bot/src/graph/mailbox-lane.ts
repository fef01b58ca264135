/**
 * Lets at most `width` calls of one mailbox run at a time; the others wait in order. Outlook refuses
 * more than four concurrent requests of one app to one mailbox (Graph: "Throttling limits", Outlook).
 */
export interface MailboxLane {
  /** @param slots that the call takes: a batch's parts run four at a time, so it takes them all */
  run<T>(call: () => Promise<T>, slots?: number): Promise<T>;
}

export const mailboxConcurrency = 4;

export function openMailboxLane(width = mailboxConcurrency): MailboxLane {
  const waiting: { slots: number; start: () => void }[] = [];
  let free = width;

  /** Who waits longest goes first, even where somebody behind needs fewer slots: nobody waits for ever. */
  function admit(): void {
    for (let next = waiting[0]; next && next.slots <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.slots;
      next.start();
    }
  }

  return {
    async run(call, wanted = 1) {
      const slots = Math.min(wanted, width);
      await new Promise<void>((start) => {
        waiting.push({ slots, start });
        admit();
      });
      try {
        return await call();
      } finally {
        free += slots;
        admit();
      }
    },
  };
}

/** The lane of each account, the same for whoever calls. */
export type MailboxLanes = (accountId: string) => MailboxLane;

export function openMailboxLanes(): MailboxLanes {
  const lanes = new Map<string, MailboxLane>();
  return (accountId) => {
    const lane = lanes.get(accountId) ?? openMailboxLane();
    lanes.set(accountId, lane);
    return lane;
  };
}
