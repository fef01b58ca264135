import { Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { administration } from "../api/administration.ts";
import type { Channel, Person, Team } from "../api/shapes.ts";
import { OwnerDialog } from "./OwnerDialog.tsx";

type ChannelKind = Channel["membershipType"];

const kinds: Record<ChannelKind, string> = {
  standard: "Standard: everybody in the team",
  private: "Private: only people who are added",
  shared: "Shared: people outside the team can be added",
};

export function AddChannelDialog(props: {
  team: Team;
  person: Person;
  onClose: () => void;
}) {
  const [name, setName] = useState("");
  const [membershipType, setMembershipType] = useState<ChannelKind>("standard");
  return (
    <OwnerDialog
      title={`Add a channel to ${props.team.name}`}
      confirm="Add"
      isReady={name.trim() !== ""}
      onConfirm={() =>
        administration.addChannel(
          props.team.id,
          { name: name.trim(), membershipType },
          props.person.id,
        )
      }
      onClose={props.onClose}
    >
      <Field label="Name" required>
        <Input value={name} onChange={(_, data) => setName(data.value)} />
      </Field>
      <Field label="Who is in it">
        <RadioGroup
          value={membershipType}
          onChange={(_, { value }) => {
            const chosen = channelKinds.find((kind) => kind === value);
            if (chosen) setMembershipType(chosen);
          }}
        >
          {channelKinds.map((kind) => (
            <Radio key={kind} value={kind} label={kinds[kind]} />
          ))}
        </RadioGroup>
      </Field>
    </OwnerDialog>
  );
}

const channelKinds = Object.keys(kinds) as ChannelKind[];
