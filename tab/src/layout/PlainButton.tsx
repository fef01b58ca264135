import { mergeClasses } from "@fluentui/react-components";
import type { MouseEventHandler, ReactNode } from "react";
import styles from "./PlainButton.module.css";

/**
 * Looks and behaves like Fluent's button. Fluent's own, with styles for all it can be, would come with every first
 * page; other pages use that one.
 */
export function PlainButton(props: {
  appearance?: "secondary" | "primary" | "subtle" | undefined;
  size?: "small" | "medium" | undefined;
  icon?: ReactNode;
  /** Of a choice: whether it is the one that is chosen. */
  pressed?: boolean;
  /** Does nothing for now, and can still be reached by the keyboard. */
  disabled?: boolean;
  onClick: MouseEventHandler<HTMLButtonElement>;
  children: ReactNode;
}) {
  const { appearance = "secondary", size = "medium", icon, disabled } = props;
  return (
    <button
      type="button"
      className={mergeClasses(
        styles.button,
        styles[appearance],
        styles[size],
        disabled && styles.disabled,
      )}
      aria-pressed={props.pressed}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : props.onClick}
    >
      {icon && <span className={styles.icon}>{icon}</span>}
      {props.children}
    </button>
  );
}
