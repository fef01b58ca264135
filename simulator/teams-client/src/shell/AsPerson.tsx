import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import type { Person } from "../api/shapes.ts";
import { Failed, Loading } from "./LoadingState.tsx";
import { Page } from "./Page.tsx";
import { PersonPicker } from "./PersonPicker.tsx";
import { useAddress } from "./use-address.ts";
import { useIdentity } from "./use-person.ts";

const useStyles = makeStyles({
  chooser: {
    maxWidth: "420px",
    display: "grid",
    gap: tokens.spacingVerticalM,
  },
});

/** Shows its page as the person whom the address names, or asks who that is. */
export function AsPerson(props: { children: (person: Person) => ReactNode }) {
  const styles = useStyles();
  const { change } = useAddress();
  const identity = useIdentity();
  const shown =
    identity.status === "ready" && identity.value.kind === "person"
      ? identity.value.person.upn
      : null;
  useEffect(() => {
    // Links of the product's tab into Outlook on the web name nobody; it is whoever is signed in to this browser.
    if (shown !== null)
      document.cookie = `simulated-person=${encodeURIComponent(shown)}; path=/outlook/web; SameSite=Lax`;
  }, [shown]);
  if (identity.status === "loading") return <Loading label="Looking you up" />;
  if (identity.status === "failed")
    return <Failed message={identity.message} />;
  if (identity.value.kind === "person")
    return props.children(identity.value.person);
  return (
    <Page title="Who are you?">
      <div className={styles.chooser}>
        <Text>
          {identity.value.kind === "unknown"
            ? `Nobody here has the address ${identity.value.upn}. Choose somebody else.`
            : "Choose the person for whom this page opens. Each browser tab can be somebody else."}
        </Text>
        <PersonPicker
          current={undefined}
          onChoose={(upn) => change({ as: upn })}
        />
      </div>
    </Page>
  );
}
