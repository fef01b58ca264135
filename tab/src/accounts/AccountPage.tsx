import { Text } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef } from "react";
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { useApi } from "../api-client/api.ts";
import { useLoaded } from "../api-client/use-loaded.ts";
import { useMe } from "../groups/use-me.ts";
import { Failure } from "../layout/Failure.tsx";
import { LoadingLines } from "../layout/LoadingLines.tsx";
import { Page } from "../layout/Page.tsx";
import { Section } from "../layout/Section.tsx";
import { loadAccount } from "./account-requests.ts";
import { AccountView } from "./AccountView.tsx";

const askEveryMs = 1000;
/** Graph may not tell at all; then the page says so and is quiet. */
const mostQuestions = 15;

/** Settings: the service account whose calendar holds every event. */
export function AccountPage() {
  const { me } = useMe();
  return (
    <Page title="Settings">
      <Section heading="Microsoft Calendar">
        {me.isAdmin ? (
          <Account />
        ) : (
          <Text>
            Only administrators of ERG Events connect the calendar. Ask yours:
            it is the person who brought the app into your organization, most
            likely somebody in IT.
          </Text>
        )}
      </Section>
    </Page>
  );
}

function Account() {
  const api = useApi();
  const { reload: reloadMe } = useMe();
  const { loaded, reload, replace } = useLoaded("account", (signal) =>
    loadAccount(api, signal),
  );
  useUntilChecked(loaded.state === "ready" ? loaded.value : null, reload);
  if (loaded.state === "loading") {
    return <LoadingLines label="Loading the account" count={3} size={32} />;
  }
  if (loaded.state === "failed") {
    return <Failure error={loaded.error} onRetry={reload} />;
  }
  return (
    <AccountView
      view={loaded.value}
      onChanged={(view) => {
        replace(view);
        reloadMe();
      }}
    />
  );
}

/** Whether the account can create Teams meetings is found out right after it is connected: asks until it is known. */
function useUntilChecked(
  view: ServiceAccountView | null,
  reload: () => void,
): void {
  const asked = useRef(0);
  const ask = useEffectEvent(() => {
    asked.current += 1;
    reload();
  });
  useEffect(() => {
    const isOpen =
      view?.state === "connected" && view.account?.teamsMeetings === "unknown";
    if (!isOpen || asked.current === mostQuestions) return;
    const timer = setTimeout(() => ask(), askEveryMs);
    return () => clearTimeout(timer);
  }, [view]);
}
