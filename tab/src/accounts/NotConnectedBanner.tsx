import { useEffect, useEffectEvent, useRef } from "react";
import { useLocation } from "wouter";
import { useMe } from "../groups/use-me.ts";
import { Notice } from "../layout/Notice.tsx";
import { TextLink } from "../layout/TextLink.tsx";
import { isConcerned } from "./banner-words.ts";
import styles from "./NotConnectedBanner.module.css";

/** Tells leads and admins what they should know of the connection, in the backend's words. */
export function NotConnectedBanner() {
  const { me, adminsView, reload } = useMe();
  const [path] = useLocation();
  useOnOtherPage(path, () => {
    const troubled = me.serviceAccountNotice !== null;
    if (troubled || me.serviceAccount !== "connected") reload();
  });
  if (path.startsWith("/settings")) return null;
  if (!isConcerned({ me, adminsView })) return null;
  return (
    <aside aria-label="Service account">
      <Notice tone="warning">
        {me.serviceAccountNotice}{" "}
        {adminsView && (
          <TextLink to="/settings" className={styles.link}>
            Open Settings.
          </TextLink>
        )}
      </Notice>
    </aside>
  );
}

/** Somebody may have connected the account meanwhile: what is true is asked again with each page. */
function useOnOtherPage(path: string, ask: () => void): void {
  const shown = useRef(path);
  const onOtherPage = useEffectEvent(ask);
  useEffect(() => {
    if (shown.current !== path) onOtherPage();
    shown.current = path;
  }, [path]);
}
