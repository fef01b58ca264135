import { Title2, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";

const useStyles = makeStyles({
  page: {
    boxSizing: "border-box",
    height: "100%",
    overflowY: "auto",
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    "@media (max-width: 640px)": { padding: tokens.spacingHorizontalL },
  },
  heading: { display: "block", margin: 0 },
});

/** A scrolling page with its heading; the browser's title follows it. */
export function Page(props: { title: string; children: ReactNode }) {
  const styles = useStyles();
  usePageTitle(props.title);
  return (
    <div className={styles.page}>
      <Title2 as="h1" className={styles.heading}>
        {props.title}
      </Title2>
      {props.children}
    </div>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Simulated Microsoft 365`;
  }, [title]);
}
