/** What one app has asked of one mailbox. */
interface MailboxLoad {
  inFlight: number;
  /** Most at one time since the start, those refused included. */
  mostInFlight: number;
  /** How often it was told to slow down. */
  refused: number;
  /** When the requests of the last ten minutes came, in milliseconds. */
  times: number[];
}

/** The loads of all mailboxes; a request counts until its reply is made, whether or not anybody still waits for it. */
export interface MailboxLoads {
  of(appId: string, personId: string): MailboxLoad;
  /** Of all, for those who look. */
  list(): MailboxLoad[];
  clear(): void;
}

export function openMailboxLoads(): MailboxLoads {
  const loads = new Map<string, MailboxLoad>();
  return {
    of(appId, personId) {
      const key = `${appId}/${personId}`;
      const load = loads.get(key) ?? {
        inFlight: 0,
        mostInFlight: 0,
        refused: 0,
        times: [],
      };
      loads.set(key, load);
      return load;
    },
    list: () => [...loads.values()],
    clear: () => loads.clear(),
  };
}
