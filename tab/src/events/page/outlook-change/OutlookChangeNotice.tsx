import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import type {
  OutlookChangeView,
  OutlookChoice,
} from "../../../../../bot/contract/outlook-change.ts";
import { askedPart } from "../../../layout/late-part.tsx";
import { useReader } from "../../../teams/reader.ts";
import {
  choicesFor,
  outlookChangeSentences,
  outlookChangeTitle,
} from "./outlook-change-words.ts";

const OutlookChoiceDialog = askedPart(
  async () => (await import("./OutlookChoiceDialog.tsx")).OutlookChoiceDialog,
);

const useStyles = makeStyles({
  sentences: {
    listStyleType: "none",
    margin: 0,
    marginTop: tokens.spacingVerticalXS,
    padding: 0,
    overflowWrap: "anywhere",
  },
});

/** Tells a lead what somebody did to the event in Outlook by hand, and asks what becomes of it. */
export function OutlookChangeNotice(props: {
  event: EventDetail;
  change: OutlookChangeView;
  onChanged: (event: EventDetail) => void;
  /** Somebody else changed the event meanwhile. */
  onOutdated: () => void;
}) {
  const styles = useStyles();
  const reader = useReader();
  const { event, change } = props;
  const [chosen, setChosen] = useState<OutlookChoice | null>(null);
  const close = () => setChosen(null);
  return (
    <>
      <MessageBar intent="warning" layout="multiline" politeness="polite">
        <MessageBarBody>
          <MessageBarTitle>{outlookChangeTitle(change)}</MessageBarTitle>
          <ul className={styles.sentences}>
            {outlookChangeSentences(change, event, reader).map((sentence) => (
              <li key={sentence} dir="auto">
                {sentence}
              </li>
            ))}
          </ul>
        </MessageBarBody>
        <MessageBarActions>
          {choicesFor(change).map(({ choice, label }) => (
            <Button key={choice} size="small" onClick={() => setChosen(choice)}>
              {label}
            </Button>
          ))}
        </MessageBarActions>
      </MessageBar>
      {chosen !== null && (
        <OutlookChoiceDialog
          event={event}
          choice={chosen}
          onClose={close}
          onDecided={(decided) => {
            close();
            props.onChanged(decided);
          }}
          onOutdated={() => {
            close();
            props.onOutdated();
          }}
        />
      )}
    </>
  );
}
