import {
  Button,
  Field,
  Radio,
  RadioGroup,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type {
  GroupLead,
  GroupLeads,
  GroupRole,
  GroupSummary,
} from "../../../../bot/contract/groups.ts";
import { useApi } from "../../api-client/api.ts";
import { useSending } from "../../api-client/use-sending.ts";
import { Failure } from "../../layout/Failure.tsx";
import { QuestionDialog } from "../../layout/QuestionDialog.tsx";
import { appoint } from "./group-requests.ts";
import { roleChoices } from "./lead-words.ts";
import { MemberChoice, type ChosenMember } from "./MemberChoice.tsx";

const useStyles = makeStyles({
  hint: { display: "block", color: tokens.colorNeutralForeground2 },
});

interface Appointed {
  objectId: string;
  name: string;
  role: GroupRole;
}

/** Appoints a member, or gives somebody who leads the group another role. */
export function RoleDialog(props: {
  group: GroupSummary;
  /** Null: a member is chosen first. */
  lead: GroupLead | null;
  /** Whether the reader gives themselves another role. */
  isOwn: boolean;
  onClose: () => void;
  onAppointed: (appointed: Appointed, leads: GroupLeads) => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const { group, lead, onClose } = props;
  const [member, setMember] = useState<ChosenMember | null>(lead);
  const [role, setRole] = useState<GroupRole>(lead?.role ?? "contributor");
  const [missing, setMissing] = useState(false);
  const { sending, failure, send } = useSending();
  const choices = roleChoices.filter(
    (choice) => lead !== null || choice.role !== "member",
  );

  function save(): void {
    setMissing(member === null);
    if (member === null) return;
    const { objectId, displayName: name } = member;
    send(async () => {
      const leads = await appoint(api, { id: group.id, objectId, role });
      props.onAppointed({ objectId, name, role }, leads);
    });
  }

  return (
    <QuestionDialog
      title={
        lead === null
          ? `Appoint somebody in ${group.name}`
          : `Change the role of ${lead.displayName}`
      }
      isBusy={sending}
      onClose={onClose}
      closeLabel="Close without saving"
      actions={
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          {lead === null ? "Appoint" : "Save"}
        </Button>
      }
      onSubmit={save}
    >
      {lead === null && (
        <MemberChoice
          groupId={group.id}
          chosen={member}
          missing={missing && member === null}
          onChoose={setMember}
        />
      )}
      <Field label="Role">
        <RadioGroup
          value={role}
          onChange={(_, { value }) => setRole(value as GroupRole)}
        >
          {choices.map((choice) => (
            <Radio
              key={choice.role}
              value={choice.role}
              label={
                <>
                  {choice.label}
                  <span className={styles.hint}>{choice.hint}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {props.isOwn && role !== "owner" && (
        <Text>
          You would be no owner any more. Only another owner can make you one
          again.
        </Text>
      )}
      {failure && <Failure error={failure} />}
    </QuestionDialog>
  );
}
