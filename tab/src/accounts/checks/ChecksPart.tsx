import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { ServiceAccountView } from "../../../../bot/contract/accounts.ts";
import { useApi } from "../../api-client/api.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { Failure } from "../../layout/Failure.tsx";
import { Section } from "../../layout/Section.tsx";
import { useReader } from "../../teams/reader.ts";
import { shortMoment } from "../../time/when-sentence.ts";
import type { AccountProps } from "../account-props.ts";
import { checkNow } from "../account-requests.ts";
import { checkedSentence } from "./check-words.ts";
import { Checklist } from "./Checklist.tsx";
import { LicenceGuide } from "./LicenceGuide.tsx";

const useStyles = makeStyles({
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The checklist of the connection, which ends in "Set-up complete". */
export function ChecksPart({ view, onView }: AccountProps) {
  const styles = useStyles();
  const api = useApi();
  const reader = useReader();
  const { sending, failure, send } = useSending();
  const [found, setFound] = useState<ServiceAccountView | null>(null);
  const check = () => {
    setFound(null);
    send(async () => {
      const checked = await checkNow(api);
      onView(checked);
      setFound(checked);
    });
  };
  // It is about that check and no later one.
  const isNews = found !== null && found.checkedAt === view.checkedAt;
  return (
    <Section heading="What the connection needs">
      <Checklist checks={view.checks} />
      {view.setUpComplete && (
        <MessageBar intent="success">
          <MessageBarBody>
            <MessageBarTitle>Set-up complete.</MessageBarTitle> Groups can
            schedule events.
          </MessageBarBody>
        </MessageBar>
      )}
      {view.problem?.guide === "licence" && (
        <LicenceGuide upn={view.account?.upn ?? view.expectedUpn} />
      )}
      {failure && <Failure error={failure} />}
      <div className={styles.foot}>
        <Button
          {...(sending ? { icon: <Spinner size="extra-tiny" /> } : {})}
          disabledFocusable={sending}
          onClick={check}
        >
          {sending ? "Checking" : "Check again"}
        </Button>
        {view.checkedAt !== null && (
          <Text className={styles.quiet}>
            Checked {shortMoment(view.checkedAt, reader)}
            {view.nextCheckAt !== null &&
              `, again by itself ${shortMoment(view.nextCheckAt, reader)}`}
          </Text>
        )}
        <Text role="status">{isNews && checkedSentence(found)}</Text>
      </div>
    </Section>
  );
}
