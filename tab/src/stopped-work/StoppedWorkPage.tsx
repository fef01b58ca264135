import { SettingsFrame } from "../accounts/SettingsFrame.tsx";
import { useApi } from "../api-client/api.ts";
import { useLoaded } from "../api-client/use-loaded.ts";
import { Failure } from "../layout/Failure.tsx";
import { LoadingLines } from "../layout/LoadingLines.tsx";
import { loadStoppedWork } from "./stopped-work-requests.ts";
import { StoppedWorkView } from "./StoppedWorkView.tsx";
import { useReturn } from "./use-return.ts";

/** Settings › Stopped work: what was given up, and the way to start it again. */
export function StoppedWorkPage() {
  return (
    <SettingsFrame title="Stopped work" path="Settings">
      <Work />
    </SettingsFrame>
  );
}

function Work() {
  const api = useApi();
  const { loaded, reload, replace } = useLoaded("stopped-work", (signal) =>
    loadStoppedWork(api, signal),
  );
  useReturn(reload);
  if (loaded.state === "loading") {
    return <LoadingLines label="Loading the list" count={3} size={72} />;
  }
  if (loaded.state === "failed") {
    return <Failure error={loaded.error} onRetry={reload} />;
  }
  return (
    <StoppedWorkView
      work={loaded.value.work}
      onReload={reload}
      onList={replace}
    />
  );
}
