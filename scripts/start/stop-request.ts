/** What a person or the system asks of the running product. */
export type StopRequest = {
  /** Aborts at the first Ctrl-C, at SIGTERM, SIGHUP, or when the process that started us is gone. */
  requested: AbortSignal;
  /** Aborts at the second Ctrl-C: do not wait for anybody. */
  forced: AbortSignal;
  dispose: () => void;
};

/** One Ctrl-C may arrive twice, from the terminal and passed on by npm; a person's second comes later than this. */
const echoMs = 500;

export function listenForStop(): StopRequest {
  const requested = new AbortController();
  const forced = new AbortController();
  let firstAt = 0;
  const onSignal = () => {
    const now = performance.now();
    if (!requested.signal.aborted) {
      firstAt = now;
      requested.abort();
    } else if (now - firstAt > echoMs) {
      forced.abort();
    }
  };
  const onParentGone = () => {
    requested.abort();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, onSignal);
  process.on("disconnect", onParentGone);
  // The channel must not keep us alive once everything has ended.
  process.channel?.unref();
  return {
    requested: requested.signal,
    forced: forced.signal,
    dispose: () => {
      for (const signal of signals) process.off(signal, onSignal);
      process.off("disconnect", onParentGone);
    },
  };
}
