import { mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import styles from "./Tag.module.css";

/** A word or two that mark an entry of a list. Fluent's badge, with styles for all it can be, would come with every first page. */
export function Tag(props: {
  tone?: "danger" | "warning" | "success" | "brand";
  children: ReactNode;
}) {
  return (
    <span
      className={mergeClasses(styles.tag, props.tone && styles[props.tone])}
    >
      {props.children}
    </span>
  );
}
