import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./PlainSelect.module.css";

/** Looks like Fluent's select, which would come with every first page. */
export function PlainSelect(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Its options. */
  children: ReactNode;
}) {
  return (
    <span className={styles.root}>
      <select
        className={styles.select}
        aria-label={props.label}
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      >
        {props.children}
      </select>
      <span className={styles.arrow}>
        <Icon name="chevronDown" />
      </span>
    </span>
  );
}
