import { mergeClasses } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import styles from "./TextLink.module.css";

/** A link to another page of the tab, in running text. Plain, because it is on the first page. */
export function TextLink(props: {
  to: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const [, navigate] = useLocation();
  return (
    <a
      href={props.to}
      className={mergeClasses(styles.link, props.className)}
      onClick={(click) => {
        if (click.ctrlKey || click.metaKey || click.shiftKey) return;
        click.preventDefault();
        navigate(props.to);
      }}
    >
      {props.children}
    </a>
  );
}
