import { useEffect, useRef, useState } from "react";
import {
  appearanceSchema,
  type Appearance,
  type AppearanceRequest,
} from "../../../../../bot/contract/appearance.ts";
import { asApiError, type ApiError } from "../../../api-client/api-error.ts";
import { useApi } from "../../../api-client/api.ts";
import { parserOf } from "../../../api-client/parser-of.ts";

const readAppearance = parserOf(appearanceSchema);

/** How long nobody may have typed before the preview is drawn anew, in milliseconds. */
const pauseMs = 500;

/** How an event would look, some moments after it was last changed. What was drawn last stays until then. */
export function useAppearance(wanted: AppearanceRequest): {
  appearance: Appearance | null;
  /** Why what is shown is not the newest. */
  error: ApiError | null;
} {
  const api = useApi();
  const [shown, setShown] = useState<{
    appearance: Appearance | null;
    error: ApiError | null;
  }>({ appearance: null, error: null });
  const isFirst = useRef(true);
  const asked = JSON.stringify(wanted);
  useEffect(() => {
    const ending = new AbortController();
    const ask = () => {
      isFirst.current = false;
      api
        .request({
          method: "POST",
          path: "/api/events/appearance",
          body: JSON.parse(asked) as AppearanceRequest,
          signal: ending.signal,
          read: readAppearance,
        })
        .then(
          (appearance) => {
            if (!ending.signal.aborted) setShown({ appearance, error: null });
          },
          (error: unknown) => {
            if (!ending.signal.aborted)
              setShown((now) => ({ ...now, error: asApiError(error) }));
          },
        );
    };
    const timer = setTimeout(ask, isFirst.current ? 0 : pauseMs);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [api, asked]);
  return shown;
}
