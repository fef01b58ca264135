import { Text } from "@fluentui/react-components";
import { useApi } from "../../api-client/api.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { loadItDetails } from "../account-requests.ts";
import { GrantScripts } from "./GrantScripts.tsx";

/** A script that an administrator of Entra runs; it is filled in. */
export function GrantScriptWay() {
  const api = useApi();
  const { loaded, reload } = useLoaded("it-details", (signal) =>
    loadItDetails(api, signal),
  );
  return (
    <>
      <Text>
        Give this script to a Cloud Application Administrator of your
        organization. It grants the permissions to the service account and to
        nobody else. Signing in then asks for nothing.
      </Text>
      {loaded.state === "loading" && (
        <LoadingLines label="Loading the script" count={4} size={16} />
      )}
      {loaded.state === "failed" && (
        <Failure error={loaded.error} onRetry={reload} />
      )}
      {loaded.state === "ready" && (
        <GrantScripts scripts={loaded.value.grantScripts} />
      )}
    </>
  );
}
