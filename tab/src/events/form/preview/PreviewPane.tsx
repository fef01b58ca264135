import {
  Tab,
  TabList,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useId, useState } from "react";
import { LoadingLines } from "../../../layout/LoadingLines.tsx";
import { useReader } from "../../../teams/reader.ts";
import { draftTime } from "../draft-summary.ts";
import type { SettledDraft } from "../event-draft.ts";
import { appearanceOf } from "./appearance-of.ts";
import { CardPicture } from "./CardPicture.tsx";
import { InvitationPicture } from "./InvitationPicture.tsx";
import { useAppearance } from "./use-appearance.ts";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  choice: { flexWrap: "wrap" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What people would get: the card and the invitation, drawn as the form is filled in. */
export function PreviewPane(props: {
  draft: SettledDraft;
  eventId: string | null;
}) {
  const styles = useStyles();
  const { locale } = useReader();
  const [picture, setPicture] = useState<"card" | "invitation">("card");
  const panelId = useId();
  const { appearance, error } = useAppearance(appearanceOf(props));
  return (
    <div className={styles.pane}>
      <TabList
        aria-label="What is previewed"
        size="small"
        className={styles.choice}
        selectedValue={picture}
        onTabSelect={(_, { value }) =>
          setPicture(value === "card" ? "card" : "invitation")
        }
      >
        <Tab value="card" aria-controls={panelId}>
          Card in Teams
        </Tab>
        <Tab value="invitation" aria-controls={panelId}>
          Invitation in Outlook
        </Tab>
      </TabList>
      {error !== null && (
        <Text role="status">
          {error.field === null
            ? `The preview is not up to date. ${error.message}`
            : error.message}
        </Text>
      )}
      <div id={panelId} role="tabpanel" aria-label="Preview">
        {appearance === null ? (
          error === null && (
            <LoadingLines label="Drawing the preview" count={2} size={72} />
          )
        ) : picture === "card" ? (
          <CardPicture card={appearance.card} />
        ) : (
          <InvitationPicture
            draft={props.draft}
            when={draftTime(props.draft, locale)}
            html={appearance.invitationHtml}
          />
        )}
      </div>
      <Text size={200} className={styles.quiet}>
        This is a preview. Nothing is stored or sent.
      </Text>
    </div>
  );
}
