import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useState } from "react";
import type { ServiceAccountView } from "../../../../bot/contract/accounts.ts";
import { ApprovalWays } from "../approval/ApprovalWays.tsx";
import { Disconnecting } from "../Disconnecting.tsx";
import { Failure } from "../../layout/Failure.tsx";
import { Section } from "../../layout/Section.tsx";
import { useTurned } from "../../layout/use-turned.ts";
import { Notices } from "./Notices.tsx";
import { SignInPart } from "./SignInPart.tsx";
import type { approvalState } from "./sign-in-words.ts";
import { Standing } from "./Standing.tsx";
import { useConnect } from "./use-connect.ts";
import { useFocusOnNews } from "./use-focus-on-news.ts";

const useStyles = makeStyles({
  news: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    outlineStyle: "none",
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  disclosure: {
    alignSelf: "flex-start",
    paddingInline: 0,
    textAlign: "left",
  },
});

/** Where the connection stands, and everything with which it is made, renewed and ended. */
export function ConnectPart(props: {
  view: ServiceAccountView;
  now: Date;
  /** The three ways to an administrator's approval. */
  ways: {
    approval: ReturnType<typeof approvalState>;
    shown: boolean;
    toggle: () => void;
  };
  onView: (view: ServiceAccountView) => void;
}) {
  const styles = useStyles();
  const turned = useTurned();
  const { view, now, ways, onView } = props;
  const connecting = useConnect(onView);
  const [disconnecting, setDisconnecting] = useState(false);
  const news = useFocusOnNews(view);
  const underWay =
    view.signIn?.state === "toConfirm" ||
    (view.signIn?.state === "open" && connecting.signInUrl !== null);
  const isMain = ways.approval === "notNeeded" && isMainThing(view);
  return (
    <Section heading="Connection">
      <div
        ref={news}
        role="group"
        aria-label="State of the connection"
        tabIndex={-1}
        className={styles.news}
      >
        <Standing view={view} />
        <SignInPart
          view={view}
          now={now}
          connecting={connecting}
          onView={onView}
        />
      </div>
      {connecting.failure && <Failure error={connecting.failure} />}
      <Notices view={view} />
      <div className={styles.actions}>
        {!underWay && (
          <Button
            appearance={isMain ? "primary" : "secondary"}
            disabledFocusable={connecting.starting}
            onClick={connecting.connect}
          >
            {view.state === "notConnected" ? "Connect" : "Connect again"}
          </Button>
        )}
        {view.account !== null && (
          <Button onClick={() => setDisconnecting(true)}>Disconnect</Button>
        )}
      </div>
      <Text className={styles.quiet}>
        Where Microsoft’s page shows “Consent on behalf of your organization”,
        leave it unticked: ticked, the consent is for every user.
      </Text>
      {ways.approval !== "needed" && (
        <Button
          appearance="transparent"
          icon={
            ways.shown ? (
              <ChevronDownRegular />
            ) : (
              <ChevronRightRegular className={turned} />
            )
          }
          className={styles.disclosure}
          aria-expanded={ways.shown}
          onClick={ways.toggle}
        >
          Your organization wants an administrator to approve apps?
        </Button>
      )}
      {ways.shown && (
        <ApprovalWays
          needed={ways.approval === "needed"}
          finishing={connecting.starting}
          onFinish={connecting.connect}
        />
      )}
      {disconnecting && view.account !== null && (
        <Disconnecting
          account={{ ...view.account, isEarlier: false }}
          onClose={() => setDisconnecting(false)}
          onView={onView}
        />
      )}
    </Section>
  );
}

/** Whether connecting is what has to be done now. */
function isMainThing({ state, problem }: ServiceAccountView): boolean {
  return state === "notConnected" || problem?.guide === "connect";
}
