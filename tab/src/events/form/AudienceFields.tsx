import { Checkbox, Field, Select } from "@fluentui/react-components";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { useApi } from "../../api-client/api.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { loadMailingLists } from "../../audiences/audience-requests.ts";
import { peopleCount } from "../../groups/group-choice.ts";
import { Failure } from "../../layout/Failure.tsx";
import { AddressField } from "./AddressField.tsx";
import type { KnownHost } from "./co-hosts.ts";
import { CoHostFields } from "./CoHostFields.tsx";
import { moveToGroup } from "./group-defaults.ts";
import { controlId, type FormPart } from "./form-part.ts";
import { LateJoinersField } from "./LateJoinersField.tsx";
import { MailingLists } from "./MailingLists.tsx";
import { withoutLists } from "./named-lists.ts";
import { NamedLists } from "./NamedLists.tsx";

/** Which group the event is of, and who is invited. */
export function AudienceFields({
  groups,
  groupFixed,
  hosts,
  ...part
}: FormPart & {
  groups: GroupSummary[];
  groupFixed: boolean;
  /** Groups that host it already. */
  hosts: KnownHost[];
}) {
  const { draft, errors, onChange } = part;
  const api = useApi();
  const { loaded, reload } = useLoaded("mailing-lists", (signal) =>
    loadMailingLists(api, signal),
  );
  const lists = loaded.state === "ready" ? loaded.value.lists : [];
  const others = { ...part, draft: withoutLists(draft, lists) };
  const group = groups.find((one) => one.id === draft.groupId);
  return (
    <>
      {groups.length > 1 && !groupFixed && (
        <Field
          label="Group"
          {...(errors.group === undefined
            ? {}
            : { validationMessage: errors.group })}
        >
          <Select
            id={controlId("group")}
            value={draft.groupId}
            onChange={(_, { value }) =>
              onChange((now) => moveToGroup(now, value, groups))
            }
          >
            {groups.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field
        {...(errors.audience === undefined
          ? {}
          : { validationMessage: errors.audience })}
      >
        <Checkbox
          id={controlId("audience")}
          label={
            group
              ? `Everyone in ${group.name} (${peopleCount(group.memberCount)})`
              : `Everyone in ${hosts.find(({ id }) => id === draft.groupId)?.name ?? "the group"}`
          }
          checked={draft.wholeGroup}
          onChange={(_, { checked }) =>
            onChange((now) => ({ ...now, wholeGroup: checked === true }))
          }
        />
      </Field>
      <CoHostFields {...part} groups={groups} before={hosts} />
      <LateJoinersField draft={draft} onChange={onChange} />
      <NamedLists {...part} lists={lists} />
      {loaded.state === "failed" && (
        <Failure error={loaded.error} onRetry={reload} />
      )}
      <AddressField {...others} />
      <MailingLists {...others} />
      <Field
        hint="People who see the card or the event and were not invited can add themselves."
        {...(errors.open === undefined
          ? {}
          : { validationMessage: errors.open })}
      >
        <Checkbox
          id={controlId("open")}
          label="Let others join"
          checked={draft.open}
          onChange={(_, { checked }) =>
            onChange((now) => ({ ...now, open: checked === true }))
          }
        />
      </Field>
    </>
  );
}
