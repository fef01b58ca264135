import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type {
  Attendance,
  Thanks,
} from "../../../../../bot/contract/attendance.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { useSending } from "../../../accounts/use-sending.ts";
import { useApi } from "../../../api-client/api.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { useFocusBack } from "../../../layout/use-focus-back.ts";
import { sendThanks } from "./attendance-requests.ts";
import {
  channelsToPost,
  thanksLabel,
  thanksLeavesOut,
  thanksWhere,
} from "./thanks-words.ts";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
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
  useFocusBack();
  const styles = useStyles();
  const api = useApi();
  const { event, onClose } = props;
  const { sending, failure, send } = useSending();
  const thanks = { ...props.thanks, channels: channelsToPost(props.thanks) };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !sending && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Thank people in the channels?</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{thanksWhere(thanks)}</Text>
            <blockquote dir="auto" className={styles.words}>
              <Text block weight="semibold">
                {event.title}
              </Text>
              {thanks.text}
            </blockquote>
            <Text>{thanksLeavesOut(thanks)}</Text>
            {failure && <Failure error={failure} />}
          </DialogContent>
          <DialogActions fluid>
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
            <Button disabled={sending} onClick={onClose}>
              Close without posting
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
