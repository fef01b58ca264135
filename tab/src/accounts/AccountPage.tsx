import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { useApi } from "../api-client/api.ts";
import { useLoaded } from "../api-client/use-loaded.ts";
import { useMe } from "../groups/use-me.ts";
import { Failure } from "../layout/Failure.tsx";
import { LoadingLines } from "../layout/LoadingLines.tsx";
import { loadAccount } from "./account-requests.ts";
import { AccountView } from "./AccountView.tsx";
import { SettingsFrame } from "./SettingsFrame.tsx";

/** Settings › Integrations › Microsoft Calendar: the service account whose calendar holds every event. */
export function AccountPage() {
  return (
    <SettingsFrame title="Microsoft Calendar" path="Settings › Integrations">
      <Account />
    </SettingsFrame>
  );
}

function Account() {
  const api = useApi();
  const { reload: reloadMe } = useMe();
  const { loaded, reload, replace } = useLoaded("account", (signal) =>
    loadAccount(api, signal),
  );
  if (loaded.state === "loading") {
    return <LoadingLines label="Loading the account" count={3} size={72} />;
  }
  if (loaded.state === "failed") {
    return <Failure error={loaded.error} onRetry={reload} />;
  }
  const before = loaded.value;
  return (
    <AccountView
      view={before}
      onView={(view: ServiceAccountView) => {
        replace(view);
        // The rest of the app tells of the connection by what it knows of the reader.
        if (view.state !== before.state) reloadMe();
      }}
    />
  );
}
