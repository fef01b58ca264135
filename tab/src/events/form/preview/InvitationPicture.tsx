import { makeStyles, tokens } from "@fluentui/react-components";
import type { EventDraft } from "../event-draft.ts";

const useStyles = makeStyles({
  mail: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  subject: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  facts: { display: "flex", flexDirection: "column", margin: 0 },
  fact: { margin: 0, color: tokens.colorNeutralForeground2 },
  body: {
    width: "100%",
    height: "220px",
    // A mail is dark on white, whatever the theme.
    backgroundColor: "#ffffff",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    boxSizing: "border-box",
  },
});

/** The invitation, as Outlook would show it: what it says around the text, and the text in a frame that can do nothing. */
export function InvitationPicture(props: {
  draft: EventDraft;
  /** When it is, in words. */
  when: string;
  html: string;
}) {
  const styles = useStyles();
  const { draft } = props;
  const place = [
    draft.location.trim(),
    draft.isOnline ? "Microsoft Teams Meeting" : "",
  ].filter((part) => part !== "");
  return (
    <div
      role="group"
      aria-label="Invitation in Outlook"
      className={styles.mail}
    >
      <h3 className={styles.subject} dir="auto">
        {draft.title.trim() || "(no title yet)"}
      </h3>
      <div className={styles.facts}>
        <p className={styles.fact}>{props.when}</p>
        {place.length > 0 && (
          <p className={styles.fact} dir="auto">
            {place.join("; ")}
          </p>
        )}
      </div>
      <iframe
        className={styles.body}
        title="Text of the invitation"
        sandbox=""
        srcDoc={mailPage(props.html, draft.isOnline)}
      />
    </div>
  );
}

/** What Teams adds to the text is not known before the event exists. */
const teamsPart =
  "<hr><p><strong>Microsoft Teams</strong><br>The link to the meeting will be here.</p>";

/** @param html canonical, so that it is only what a description can say */
function mailPage(html: string, isOnline: boolean): string {
  const style =
    "body{margin:12px;font:14px/1.4 'Segoe UI',Calibri,Arial,sans-serif;color:#242424;background:#fff;overflow-wrap:anywhere}a{pointer-events:none;color:#0f6cbd}h3{font-size:16px}";
  return `<!doctype html><html lang=""><head><meta charset="utf-8"><title>Invitation</title><style>${style}</style></head><body dir="auto">${html}${isOnline ? teamsPart : ""}</body></html>`;
}
