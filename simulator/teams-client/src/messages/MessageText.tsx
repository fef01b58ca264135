import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useWorld } from "../api/world.tsx";
import { cardMarkdown } from "../cards/card-markdown.ts";
import { safeHtml } from "../outlook/safe-html.ts";
import { mentionsAsNames, textParts } from "./mention.ts";

const useStyles = makeStyles({
  text: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    "& a": { color: tokens.colorBrandForegroundLink },
    "& > :first-child": { marginTop: 0 },
    "& > :last-child": { marginBottom: 0 },
  },
  plain: { whiteSpace: "pre-wrap" },
  mention: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What a bot says is Markdown unless it says otherwise (Bot Framework: activity schema, textFormat). */
export function BotText({ text }: { text: string }) {
  const styles = useStyles();
  const drawn = useMemo(
    () => safeHtml(cardMarkdown(mentionsAsNames(text))),
    [text],
  );
  return <div className={styles.text}>{drawn}</div>;
}

/** What people type is shown as they typed it. */
export function PersonText({ text }: { text: string }) {
  const styles = useStyles();
  const { app } = useWorld();
  return (
    <div className={mergeClasses(styles.text, styles.plain)}>
      {textParts(text, app.name).map((part, index) =>
        part.kind === "mention" ? (
          <span key={index} className={styles.mention}>
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </div>
  );
}
