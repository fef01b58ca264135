import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import type {
  Attendance,
  Thanks,
} from "../../../../../bot/contract/attendance.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { useApi } from "../../../api-client/api.ts";
import { useSending } from "../../../api-client/use-sending.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { QuestionDialog } from "../../../layout/QuestionDialog.tsx";
import { sendThanks } from "./attendance-requests.ts";
import {
  channelsToPost,
  thanksLabel,
  thanksLeavesOut,
  thanksWhere,
} from "./thanks-words.ts";

const useStyles = makeStyles({
  words: {
    margin: 0,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    borderInlineStartWidth: "3px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
});

/** Shows what the thank-you will say and where, before it is posted. */
export function ThanksDialog(props: {
  event: EventDetail;
  thanks: Thanks;
  onClose: () => void;
  onSent: (attendance: Attendance) => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const { event, onClose } = props;
  const { sending, failure, send } = useSending();
  const thanks = { ...props.thanks, channels: channelsToPost(props.thanks) };
  return (
    <QuestionDialog
      title="Thank people in the channels?"
      isBusy={sending}
      onClose={onClose}
      closeLabel="Close without posting"
      actions={
        <Button
          appearance="primary"
          disabledFocusable={sending}
          onClick={() =>
            send(async () =>
              props.onSent(await sendThanks(api, { id: event.id })),
            )
          }
        >
          {thanksLabel(thanks)}
        </Button>
      }
    >
      <Text>{thanksWhere(thanks)}</Text>
      <blockquote dir="auto" className={styles.words}>
        <Text block weight="semibold">
          {event.title}
        </Text>
        {thanks.text}
      </blockquote>
      <Text>{thanksLeavesOut(thanks)}</Text>
      {failure && <Failure error={failure} />}
    </QuestionDialog>
  );
}
