import { Field, Switch } from "@fluentui/react-components";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { confidentialSentence } from "../role-words.ts";
import { useGroupChange } from "./use-group-change.ts";

/** With this an owner or contributor makes the group confidential, or no longer so. */
export function ConfidentialSwitch({ group }: { group: GroupSummary }) {
  const { shown, failure, change } = useGroupChange(group);
  const kept = group.confidential ? "confidential" : "not confidential";
  return (
    <Field
      hint={confidentialSentence}
      {...(failure === null
        ? {}
        : {
            validationMessage: `This was not saved. ${failure} ${group.name} is still ${kept}.`,
          })}
    >
      <Switch
        label="Confidential"
        checked={shown.confidential}
        onChange={(_, { checked }) => change({ confidential: checked })}
      />
    </Field>
  );
}
