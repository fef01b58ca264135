import { Text } from "@fluentui/react-components";
import { useApi } from "../api-client/api.ts";
import { useLoaded } from "../api-client/use-loaded.ts";
import { useMe } from "../groups/use-me.ts";
import { Failure } from "../layout/Failure.tsx";
import { LoadingLines } from "../layout/LoadingLines.tsx";
import { Page } from "../layout/Page.tsx";
import { Section } from "../layout/Section.tsx";
import { loadAccount } from "./account-requests.ts";
import { AccountView } from "./AccountView.tsx";

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
