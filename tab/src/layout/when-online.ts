/** Pause between two looks, in milliseconds. */
const lookEveryMs = 5_000;

/**
 * Resolves once the backend can be reached. Code is asked for only then: a module that could not be fetched fails at
 * each further import, without a request, until the page is loaded anew (HTML: the module map keeps what failed), and
 * with it all that imports it. A browser may take itself for offline where it is not, so while it does, a look is
 * worth more than its word.
 */
export async function whenOnline(): Promise<void> {
  while (!navigator.onLine && !(await isReached())) await onlineOrLater();
}

function isReached(): Promise<boolean> {
  return fetch("/healthz", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function onlineOrLater(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, lookEveryMs);
    window.addEventListener("online", done);
  });
}
