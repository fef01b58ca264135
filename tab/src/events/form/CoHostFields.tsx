import {
  Checkbox,
  Field,
  FieldContextProvider,
  MessageBar,
  MessageBarBody,
  makeStyles,
} from "@fluentui/react-components";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import {
  coHostLabel,
  confidentialWarning,
  offeredCoHosts,
  type KnownHost,
} from "./co-hosts.ts";
import { chooseCoHost } from "./event-draft.ts";
import { controlId, type FormPart } from "./form-part.ts";

const useStyles = makeStyles({ group: { display: "flex" } });

/** The groups that host the event together with its own; nothing where there is no other to choose. */
export function CoHostFields({
  groups,
  before,
  ...part
}: FormPart & {
  groups: GroupSummary[];
  /** Those that host the event already. */
  before: KnownHost[];
}) {
  const styles = useStyles();
  const { draft, errors, onChange } = part;
  const offered = offeredCoHosts({ groups, before, draft });
  if (offered.length === 0) return null;
  const hosts = [
    [...groups, ...before].find(({ id }) => id === draft.groupId),
    ...offered.filter(({ id }) => draft.coHosts.includes(id)),
  ].filter((host) => host !== undefined);
  const warning = confidentialWarning(hosts);
  return (
    <>
      <Field
        label="Hosted together with"
        hint="Everyone in these groups is invited, each person once. Their leads look after the event, too, and its card can stand in their channels."
        {...(errors.coHosts === undefined
          ? {}
          : { validationMessage: errors.coHosts })}
      >
        {(group) => (
          <div
            role="group"
            aria-labelledby={group["aria-labelledby"]}
            aria-describedby={group["aria-describedby"]}
          >
            {/* The label is the group's: without this it would take the place of each one's own. */}
            <FieldContextProvider value={undefined}>
              {offered.map((host, index) => (
                <Checkbox
                  key={host.id}
                  className={styles.group}
                  {...(index === 0 ? { id: controlId("coHosts") } : {})}
                  label={coHostLabel(host)}
                  checked={draft.coHosts.includes(host.id)}
                  onChange={(_, { checked }) =>
                    onChange((now) =>
                      chooseCoHost(now, host.id, checked === true),
                    )
                  }
                />
              ))}
            </FieldContextProvider>
          </div>
        )}
      </Field>
      {warning !== null && (
        <MessageBar intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>{warning}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
