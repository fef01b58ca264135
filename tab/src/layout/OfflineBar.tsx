import { useSyncExternalStore } from "react";
import { Notice } from "./Notice.tsx";

/** Says so while the device is offline, and nothing else: what is shown stays, and is brought up to date by itself. */
export function OfflineBar() {
  const isOnline = useSyncExternalStore(follow, () => navigator.onLine);
  return (
    <div aria-live="polite">
      {!isOnline && (
        <Notice tone="warning">
          You are offline. What you see may be old: it is loaded again by itself
          once you are connected. What you have written stays. What could not be
          saved has to be given again.
        </Notice>
      )}
    </div>
  );
}

function follow(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
