import {
  Caption1,
  makeStyles,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  heading: { display: "flex", flexDirection: "column", minWidth: 0 },
  path: { color: tokens.colorNeutralForeground2 },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    overflowWrap: "anywhere",
    outlineStyle: "none",
    "@media (max-width: 480px)": typographyStyles.title3,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
});

let openedBefore = false;

/**
 * One page with its heading. After the first page the heading takes the focus,
 * so that keyboards and screen readers begin where the new page begins.
 */
export function Page(props: {
  title: string;
  /** Where the page stands, above its heading. */
  path?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (openedBefore) heading.current?.focus();
    openedBefore = true;
  }, []);
  return (
    <main>
      <title>{`${props.title} – ERG Events`}</title>
      <div className={styles.head}>
        <div className={styles.heading}>
          {props.path !== undefined && (
            <Caption1 className={styles.path}>{props.path}</Caption1>
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
