import { useEffect, useState, type ComponentType } from "react";

/**
 * A part that its page can do without, loaded when it is first shown. Where its code cannot be loaded, nothing stands in
 * its place and everything else stays (React's `lazy` would take the page with it); it is asked for again once the
 * device is online.
 */
export function optionalPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  return function OptionalPart(props) {
    const [Part, setPart] = useState(() => known);
    useEffect(() => {
      if (Part) return;
      const ask = async () => {
        try {
          const part = await load();
          known = part;
          setPart(() => part);
        } catch {
          // Nothing is shown in its place.
        }
      };
      const onOnline = () => void ask();
      onOnline();
      window.addEventListener("online", onOnline);
      return () => window.removeEventListener("online", onOnline);
    }, [Part]);
    return Part && <Part {...props} />;
  };
}
