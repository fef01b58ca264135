import { mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./Notice.module.css";

/** A bar with something to know. Fluent's message bar, which moves and measures itself, would come with every first page. */
export function Notice(props: {
  tone: "error" | "warning";
  /** `alert` is read out at once. */
  role?: "alert";
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      className={mergeClasses(styles.notice, styles[props.tone])}
      role={props.role}
    >
      <span className={styles.icon}>
        <Icon name={props.tone} />
      </span>
      <div className={styles.body}>{props.children}</div>
      {props.actions}
    </div>
  );
}
