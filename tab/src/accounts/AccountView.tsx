import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { AccountProps } from "./account-props.ts";
import { askAgainAfterMs } from "./ask-again.ts";
import { AttendancePart } from "./AttendancePart.tsx";
import { ChecksPart } from "./checks/ChecksPart.tsx";
import { ConnectPart } from "./connect/ConnectPart.tsx";
import { approvalState } from "./connect/sign-in-words.ts";
import { EarlierAccounts } from "./EarlierAccounts.tsx";
import { SetUpGuide } from "./SetUpGuide.tsx";
import { ToldPart } from "./ToldPart.tsx";
import { useFollow } from "./use-follow.ts";

const useStyles = makeStyles({
  page: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 280px",
    alignItems: "start",
    gap: tokens.spacingHorizontalL,
    "@media (max-width: 860px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    minWidth: 0,
  },
});

export function AccountView({ view, onView }: AccountProps) {
  const styles = useStyles();
  const [openedAt] = useState(() => new Date());
  // What was opened before the account was connected is not what is wanted afterwards.
  const connectedAt = view.account?.connectedAt ?? "";
  const [waysWantedWhen, setWaysWantedWhen] = useState<string | null>(null);
  const waysWanted = waysWantedWhen === connectedAt;
  const approval = approvalState(view, openedAt);
  const waysShown = waysWanted || approval === "needed";
  useFollow({ view, onView, everyMs: askAgainAfterMs(view, { waysShown }) });
  return (
    <div className={styles.page}>
      <div className={styles.parts}>
        <ConnectPart
          view={view}
          now={openedAt}
          ways={{
            approval,
            shown: waysShown,
            toggle: () => setWaysWantedWhen(waysWanted ? null : connectedAt),
          }}
          onView={onView}
        />
        {view.checks.length > 0 && <ChecksPart view={view} onView={onView} />}
        {view.account !== null && (
          <AttendancePart view={view} onView={onView} />
        )}
        <EarlierAccounts view={view} onView={onView} />
        <ToldPart admins={view.admins} />
      </div>
      <SetUpGuide expectedUpn={view.expectedUpn} />
    </div>
  );
}
