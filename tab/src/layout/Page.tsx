import { useEffect, useRef, type ReactNode } from "react";
import styles from "./Page.module.css";

let openedBefore = false;

/**
 * One page with its heading. After the first page the heading takes the focus,
 * so that keyboards and screen readers begin where the new page begins, unless the page has given it to another part.
 */
export function Page(props: {
  title: string;
  /** Where the page stands, above its heading. */
  path?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const hasFocus = main.current?.contains(document.activeElement);
    if (openedBefore && !hasFocus) heading.current?.focus();
    openedBefore = true;
  }, []);
  return (
    <main ref={main}>
      <title>{`${props.title} – ERG Events`}</title>
      <div className={styles.head}>
        <div className={styles.heading}>
          {props.path !== undefined && (
            <span className={styles.path}>{props.path}</span>
          )}
          <h1 className={styles.title} dir="auto" ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
        </div>
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </div>
      {props.children}
    </main>
  );
}
