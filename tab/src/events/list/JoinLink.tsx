import { mergeClasses } from "@fluentui/react-components";
import button from "../../layout/PlainButton.module.css";
import { useNow } from "../../time/use-now.ts";
import { isTimeToJoin } from "../join-time.ts";
import styles from "./JoinLink.module.css";

/** The way into an event's Teams meeting, while it is time. */
export function JoinLink(props: {
  event: { title: string; startsAt: string; endsAt: string };
  joinUrl: string;
}) {
  const { event } = props;
  const now = useNow();
  if (!isTimeToJoin(event, now)) return null;
  return (
    <a
      href={props.joinUrl}
      target="_blank"
      rel="noreferrer"
      className={mergeClasses(button.button, button.primary, styles.join)}
      aria-label={`Join now: ${event.title}`}
    >
      Join now
    </a>
  );
}
