import {
  Field,
  Input,
  Radio,
  RadioGroup,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { FoundMembers } from "../../../../bot/contract/groups.ts";
import { useApi } from "../../api-client/api.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { useSettled } from "../../events/page/use-settled.ts";
import { Failure } from "../../layout/Failure.tsx";
import { findMembers } from "./group-requests.ts";
import { foundSentence } from "./lead-words.ts";

const useStyles = makeStyles({
  // Room for the line round what has the focus.
  found: { maxHeight: "240px", overflowY: "auto", padding: "4px" },
  address: {
    display: "block",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

export interface ChosenMember {
  objectId: string;
  displayName: string;
}

/** Chooses a member of the group by name or address, out of those who do not lead it. */
export function MemberChoice(props: {
  groupId: string;
  chosen: ChosenMember | null;
  /** Somebody has to be chosen. */
  missing: boolean;
  onChoose: (member: ChosenMember) => void;
}) {
  const api = useApi();
  const [typed, setTyped] = useState("");
  const search = useSettled(typed.trim());
  const { loaded, reload } = useLoaded(
    `members ${props.groupId} ${search}`,
    (signal) => findMembers(api, { id: props.groupId, search, signal }),
  );
  return (
    <>
      <Field
        label="Find a member"
        {...(props.missing
          ? { validationMessage: "Choose somebody from the list." }
          : {})}
      >
        <Input
          type="search"
          value={typed}
          autoComplete="off"
          placeholder="Name or e-mail address"
          input={{ dir: "auto" }}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      {loaded.state === "failed" && (
        <Failure error={loaded.error} onRetry={reload} />
      )}
      {loaded.state === "ready" && <Found {...props} found={loaded.value} />}
    </>
  );
}

function Found(props: {
  found: FoundMembers;
  chosen: ChosenMember | null;
  onChoose: (member: ChosenMember) => void;
}) {
  const styles = useStyles();
  const { found, chosen } = props;
  const members = found.members.filter(({ role }) => role === "member");
  return (
    <>
      <Text role="status">{foundSentence(members.length, found.hasMore)}</Text>
      {members.length > 0 && (
        <RadioGroup
          className={styles.found}
          aria-label="Members"
          value={chosen?.objectId ?? ""}
          onChange={(_, { value }) => {
            const member = members.find(({ objectId }) => objectId === value);
            if (member) props.onChoose(member);
          }}
        >
          {members.map(({ objectId, displayName, address }) => (
            <Radio
              key={objectId}
              value={objectId}
              label={
                <>
                  <bdi>{displayName}</bdi>
                  {address !== null && (
                    <span className={styles.address}>{address}</span>
                  )}
                </>
              }
            />
          ))}
        </RadioGroup>
      )}
    </>
  );
}
