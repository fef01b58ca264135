import { makeStyles, tokens } from "@fluentui/react-components";
import { useApi } from "../../api-client/api.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { loadItDetails } from "../account-requests.ts";
import { SettingsFrame } from "../SettingsFrame.tsx";
import { AddressParts } from "./AddressParts.tsx";
import { CredentialPart } from "./CredentialPart.tsx";
import { IdentifierPart } from "./IdentifierPart.tsx";
import { PermissionPart } from "./PermissionPart.tsx";
import { ScriptParts } from "./ScriptParts.tsx";
import { StoredPart } from "./StoredPart.tsx";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
  },
});

/** Settings › IT details: what an IT department asks for before it lets the app in. */
export function ItDetailsPage() {
  return (
    <SettingsFrame title="IT details" path="Settings">
      <Details />
    </SettingsFrame>
  );
}

function Details() {
  const styles = useStyles();
  const api = useApi();
  const { loaded, reload } = useLoaded("it-details", (signal) =>
    loadItDetails(api, signal),
  );
  if (loaded.state === "loading") {
    return <LoadingLines label="Loading the details" count={4} size={72} />;
  }
  if (loaded.state === "failed") {
    return <Failure error={loaded.error} onRetry={reload} />;
  }
  const details = loaded.value;
  return (
    <div className={styles.parts}>
      <IdentifierPart details={details} />
      <PermissionPart />
      <ScriptParts details={details} />
      <AddressParts details={details} />
      <CredentialPart credentials={details.credentials} />
      <StoredPart />
    </div>
  );
}
