import {
  MessageBar,
  MessageBarBody,
  makeStyles,
} from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef } from "react";
import { useLocation } from "wouter";
import { useMe } from "../groups/use-me.ts";
import { TextLink } from "../layout/TextLink.tsx";

const useStyles = makeStyles({
  // The brand's colour is too weak on the warning's background in the dark theme.
  link: { color: "inherit", textDecorationLine: "underline" },
});

/** Tells those who can do something about it that invitations cannot go out. */
export function NotConnectedBanner() {
  const styles = useStyles();
  const { me, reload } = useMe();
  const [path] = useLocation();
  useOnOtherPage(path, () => {
    if (me.serviceAccount !== "connected") reload();
  });
  const concerned = me.isAdmin || me.groups.some((group) => group.canSchedule);
  if (me.serviceAccount === "connected" || !concerned) return null;
  if (path.startsWith("/settings")) return null;
  const problem =
    me.serviceAccount === "broken"
      ? "Invitations cannot go out: the connection to the service account is broken."
      : "Invitations cannot go out yet: the service account is not connected.";
  return (
    <aside aria-label="Service account">
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {problem}{" "}
          {me.isAdmin ? (
            <TextLink to="/settings" className={styles.link}>
              Connect it in Settings.
            </TextLink>
          ) : (
            "Ask an administrator to connect it in Settings. What you schedule is kept until then."
          )}
        </MessageBarBody>
      </MessageBar>
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
