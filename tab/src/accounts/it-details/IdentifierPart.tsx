import { makeStyles, tokens } from "@fluentui/react-components";
import type { ItDetails } from "../../../../bot/contract/accounts.ts";
import { Section } from "../../layout/Section.tsx";
import { CopyLine } from "../CopyLine.tsx";

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(340px, 100%), 1fr))",
    gap: tokens.spacingHorizontalL,
  },
});

/** Who is who in Entra. */
export function IdentifierPart({ details }: { details: ItDetails }) {
  const styles = useStyles();
  return (
    <Section heading="Identifiers">
      <div className={styles.fields}>
        <CopyLine label="Application (client) ID" text={details.clientId} />
        <CopyLine label="Bot ID" text={details.botId} />
        <CopyLine label="Directory (tenant) ID" text={details.tenantId} />
        <CopyLine label="Service account" text={details.serviceAccountUpn} />
      </div>
    </Section>
  );
}
