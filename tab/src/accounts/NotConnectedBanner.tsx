import {
  MessageBar,
  MessageBarBody,
  makeStyles,
} from "@fluentui/react-components";
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
  const { me } = useMe();
  const [path] = useLocation();
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
