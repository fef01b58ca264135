import { lazy, useEffect, useState, type ComponentType } from "react";
import { ApiError } from "../api-client/api-error.ts";
import { Failure } from "./Failure.tsx";
import { Notice } from "./Notice.tsx";
import { whenOnline } from "./when-online.ts";

/** A page or part that its place waits for (`Suspense`), loaded when it is first shown. */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
) {
  return lazy(async () => {
    await whenOnline();
    return { default: await load() };
  });
}

/**
 * A part that its page can do without, loaded when it is first shown. Where its code cannot be loaded, nothing stands in
 * its place and everything else stays (React's `lazy` would take the page with it).
 */
export function optionalPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const useCode = openCode(load);
  return function OptionalPart(props) {
    const { Part } = useCode();
    return Part && <Part {...props} />;
  };
}

/** The same for a part that somebody has asked for, such as a dialog: where it cannot be loaded, they read so. */
export function askedPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const useCode = openCode(load);
  return function AskedPart(props) {
    const { Part, missing } = useCode();
    if (Part) return <Part {...props} />;
    if (missing === "offline")
      return (
        <Notice tone="warning" role="alert">
          This opens by itself once you are online again.
        </Notice>
      );
    return (
      missing === "failed" && (
        <Failure
          error={notLoaded}
          onRetry={() => window.location.reload()}
          retryLabel="Reload"
        />
      )
    );
  };
}

const notLoaded = new ApiError({
  status: 0,
  code: "partMissing",
  message: "This could not be opened. Reload the page and try again.",
});

/** A part's code, loaded once for all places that show it, and not while the device is offline. */
function openCode<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
) {
  let known: ComponentType<Props> | null = null;
  return function useCode() {
    const [Part, setPart] = useState(() => known);
    const [missing, setMissing] = useState<"offline" | "failed" | null>(null);
    useEffect(() => {
      if (Part) return;
      let isOver = false;
      const ask = async () => {
        if (!navigator.onLine) setMissing("offline");
        await whenOnline();
        if (isOver) return;
        setMissing(null);
        const part = await load().catch(() => null);
        known = part;
        if (isOver) return;
        if (part === null) setMissing("failed");
        else setPart(() => part);
      };
      void ask();
      return () => {
        isOver = true;
      };
    }, [Part]);
    return { Part, missing };
  };
}
