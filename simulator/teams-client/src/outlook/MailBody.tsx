import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { safeHtml } from "./safe-html.ts";

const useStyles = makeStyles({
  body: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
    overflowX: "auto",
    "& a": { color: tokens.colorBrandForegroundLink },
    "& hr": {
      border: 0,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
    "& > :first-child": { marginTop: 0 },
  },
});

/** A mail's HTML, drawn in this page's theme, with nothing in it that could act. */
export function MailBody({ html }: { html: string }) {
  const styles = useStyles();
  const body = useMemo(() => safeHtml(html), [html]);
  return (
    <section className={styles.body} aria-label="Message">
      {body}
    </section>
  );
}
