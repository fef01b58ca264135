import { Caption1, Text } from "@fluentui/react-components";
import { Fragment } from "react";
import {
  delegatedPermissions,
  otherPermissions,
  type Permission,
} from "../../../../bot/contract/permissions.ts";
import { managersSentence } from "../../groups/role-words.ts";
import { Section } from "../../layout/Section.tsx";
import { FactTable } from "./FactTable.tsx";
import { needWord } from "./it-words.ts";

/** Every permission, with what it is for and who consents. */
export function PermissionPart() {
  return (
    <>
      <Section heading="Permissions of the service account">
        <Text>
          They let ERG Events act as the service account and as nobody else.
          They are asked for when the account is connected, not listed in the
          app registration.
        </Text>
        <PermissionTable
          label="Permissions of the service account"
          permissions={delegatedPermissions}
        />
      </Section>
      <Section heading="Other permissions">
        <PermissionTable
          label="Other permissions"
          permissions={otherPermissions}
        />
        <Text>{managersSentence}</Text>
      </Section>
    </>
  );
}

function PermissionTable(props: {
  label: string;
  permissions: readonly Permission[];
}) {
  return (
    <FactTable
      label={props.label}
      columns={["Permission", "Type", "What for", "Consent by"]}
      room={[8, 4, 9, 6]}
      rows={props.permissions.map((permission) => ({
        key: `${permission.type} ${permission.name}`,
        cells: [
          <Fragment key="name">
            {permission.name}
            <Caption1 block>{needWord(permission)}</Caption1>
          </Fragment>,
          permission.type,
          permission.whatFor,
          permission.consent,
        ],
      }))}
    />
  );
}
