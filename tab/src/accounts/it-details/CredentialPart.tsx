import type { ItDetails } from "../../../../bot/contract/accounts.ts";
import { Section } from "../../layout/Section.tsx";
import { useReader } from "../../teams/reader.ts";
import { FactTable } from "./FactTable.tsx";
import { expiryWords } from "./it-words.ts";

/** What has to be renewed, and by when. */
export function CredentialPart(props: Pick<ItDetails, "credentials">) {
  const reader = useReader();
  return (
    <Section heading="Secrets and certificates">
      <FactTable
        label="Secrets and certificates"
        columns={["What", "Ends on"]}
        room={[1, 1]}
        rows={props.credentials.map(({ name, expiresOn }) => ({
          key: name,
          cells: [name, expiryWords(expiresOn, reader)],
        }))}
      />
    </Section>
  );
}
