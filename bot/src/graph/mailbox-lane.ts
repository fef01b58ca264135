/**
 * Lets at most `width` calls of one mailbox run at a time; the others wait in order. Outlook refuses
 * more than four concurrent requests of one app to one mailbox (Graph: "Throttling limits", Outlook).
 */
export interface MailboxLane {
  run<T>(call: () => Promise<T>): Promise<T>;
}

const mailboxConcurrency = 4;

export function openMailboxLane(width = mailboxConcurrency): MailboxLane {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async run(call) {
      // A slot is handed from the call that ends to the one that waits longest, so `running` stays.
      if (running >= width)
        await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await call();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
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
