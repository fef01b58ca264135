import { Field, Switch } from "@fluentui/react-components";
import type { FormPart } from "./form-part.ts";

/** Whether who joins an invited group later is invited by themselves; nothing where no group is. */
export function LateJoinersField({
  draft,
  onChange,
}: Pick<FormPart, "draft" | "onChange">) {
  if (!draft.wholeGroup && draft.coHosts.length === 0) return null;
  return (
    <Field hint="Who joins an invited group after the invitations are out gets one, too, until the event begins. Nobody else is mailed, and who leaves stays invited.">
      <Switch
        label="Invite people who join later"
        checked={draft.lateJoiners}
        onChange={(_, { checked }) =>
          onChange((now) => ({ ...now, lateJoiners: checked }))
        }
      />
    </Field>
  );
}
