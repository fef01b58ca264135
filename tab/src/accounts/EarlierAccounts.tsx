import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { Section } from "../layout/Section.tsx";
import type { AccountProps } from "./account-props.ts";
import { Disconnecting } from "./Disconnecting.tsx";
import { earlierSentence } from "./standing-words.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
});

type Earlier = ServiceAccountView["earlier"][number];

/** Accounts of earlier, which still organize the events that they sent. */
export function EarlierAccounts({ view, onView }: AccountProps) {
  const styles = useStyles();
  const [disconnecting, setDisconnecting] = useState<Earlier | null>(null);
  if (view.earlier.length === 0) return null;
  return (
    <Section heading="Earlier accounts">
      <Text>
        Events that they sent stay theirs: they are changed and cancelled
        through them.
      </Text>
      <ul className={styles.list}>
        {view.earlier.map((account) => (
          <li key={account.id} className={styles.item}>
            <Text>
              {earlierSentence(account)}
              {account.problem !== null && `. ${account.problem}`}
            </Text>
            {account.state !== "notConnected" && (
              <Button
                size="small"
                aria-label={`Disconnect ${account.upn}`}
                onClick={() => setDisconnecting(account)}
              >
                Disconnect
              </Button>
            )}
          </li>
        ))}
      </ul>
      {disconnecting && (
        <Disconnecting
          account={{ ...disconnecting, isEarlier: true }}
          onClose={() => setDisconnecting(null)}
          onView={onView}
        />
      )}
    </Section>
  );
}
