import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useMe } from "../groups/use-me.ts";
import { Page } from "../layout/Page.tsx";
import { SettingsNav } from "./SettingsNav.tsx";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
  },
});

/** One page of Settings, with the way to the others. Everybody but admins reads whom to ask instead. */
export function SettingsFrame(props: {
  title: string;
  /** Where the page stands, such as `Settings › Integrations`. */
  path: string;
  children: ReactNode;
}) {
  const styles = useStyles();
  const { me, adminsView } = useMe();
  if (!adminsView) {
    return (
      <Page title="Settings">
        {me.isAdmin ? <InMembersView /> : <AskAdmins />}
      </Page>
    );
  }
  return (
    <Page title={props.title} path={props.path}>
      <div className={styles.parts}>
        <SettingsNav />
        {props.children}
      </div>
    </Page>
  );
}

function AskAdmins() {
  return (
    <Text>
      Only administrators of ERG Events connect the calendar. Ask yours: it is
      the person who brought the app into your organization, most likely
      somebody in IT.
    </Text>
  );
}

function InMembersView() {
  return (
    <Text>
      You see ERG Events as a member does, and members have no settings. Switch
      on “View as admin” above to come back to yours.
    </Text>
  );
}
