import { useEffect, useRef, type RefObject } from "react";

/** Gives the focus back to the button that opened a dialog, once the dialog is closed and if the button is still there. */
export function useFocusAfter(open: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open)
      place.current?.querySelector("button")?.focus();
    wasOpen.current = open;
  }, [open]);
  return place;
}
