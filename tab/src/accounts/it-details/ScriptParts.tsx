import { Text } from "@fluentui/react-components";
import type { ItDetails } from "../../../../bot/contract/accounts.ts";
import { Section } from "../../layout/Section.tsx";
import { GrantScripts } from "../approval/GrantScripts.tsx";
import { CopyBlock } from "../CopyBlock.tsx";
import { scripts } from "../script-words.ts";

/** What an administrator runs: the grant to the one account, and the limit to its mailbox. */
export function ScriptParts({ details }: { details: ItDetails }) {
  return (
    <>
      <Section heading="Grant to the service account alone">
        <Text>
          For an administrator of Entra, where people may not consent
          themselves. It grants the permissions above to{" "}
          {details.serviceAccountUpn} and to nobody else.
        </Text>
        <GrantScripts scripts={details.grantScripts} />
      </Section>
      <Section heading="Limit the app to one mailbox">
        <Text>
          There is nothing to limit as long as no application permission for
          calendars or mail is granted: the service account’s own token reaches
          its own mailbox, and others only if somebody shares theirs with it.
          Should you ever grant one, this keeps it to the one mailbox. It asks
          for the object id of the enterprise application.
        </Text>
        <CopyBlock
          label="Script for Exchange Online"
          script={scripts.limitMailbox}
          text={details.limitMailboxScript}
        />
      </Section>
    </>
  );
}
