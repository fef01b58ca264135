import { Field, Switch } from "@fluentui/react-components";
import type { GroupSummary } from "../../../bot/contract/groups.ts";
import { confidentialSentence } from "./role-words.ts";
import { useConfidential } from "./use-confidential.ts";

/** With this an owner or contributor makes the group confidential, or no longer so. */
export function ConfidentialSwitch({ group }: { group: GroupSummary }) {
  const { confidential, failure, choose } = useConfidential(group);
  return (
    <Field
      hint={confidentialSentence}
      {...(failure === null ? {} : { validationMessage: failure })}
    >
      <Switch
        label="Confidential"
        checked={confidential}
        onChange={(_, { checked }) => choose(checked)}
      />
    </Field>
  );
}
