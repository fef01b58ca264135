import { SettingsFrame } from "../accounts/SettingsFrame.tsx";
import { useApi } from "../api-client/api.ts";
import { useLoaded } from "../api-client/use-loaded.ts";
import { Failure } from "../layout/Failure.tsx";
import { LoadingLines } from "../layout/LoadingLines.tsx";
import { loadAudienceSettings, loadMailingLists } from "./audience-requests.ts";
import { NamedListsPart } from "./NamedListsPart.tsx";
import { RulesPart } from "./RulesPart.tsx";

/** Settings › Audiences: which mailing lists leads can choose by name, and the rules that hold for everybody's events. */
export function AudiencesPage() {
  return (
    <SettingsFrame title="Audiences" path="Settings">
      <Lists />
      <Rules />
    </SettingsFrame>
  );
}

function Lists() {
  const api = useApi();
  const { loaded, reload, replace } = useLoaded("mailing-lists", (signal) =>
    loadMailingLists(api, signal),
  );
  if (loaded.state === "loading") {
    return (
      <LoadingLines label="Loading the mailing lists" count={3} size={72} />
    );
  }
  if (loaded.state === "failed") {
    return <Failure error={loaded.error} onRetry={reload} />;
  }
  return (
    <NamedListsPart
      lists={loaded.value.lists}
      onLists={replace}
      onReload={reload}
    />
  );
}

function Rules() {
  const api = useApi();
  const { loaded, loads, reload, replace } = useLoaded(
    "audience-settings",
    (signal) => loadAudienceSettings(api, signal),
  );
  if (loaded.state === "loading") {
    return <LoadingLines label="Loading the rules" count={4} size={72} />;
  }
  if (loaded.state === "failed") {
    return <Failure error={loaded.error} onRetry={reload} />;
  }
  return (
    <RulesPart
      key={loads}
      settings={loaded.value}
      onSettings={replace}
      onReload={reload}
    />
  );
}
