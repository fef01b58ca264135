import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import {
  Add20Regular,
  Archive20Regular,
  ArrowUndo20Regular,
  MoreHorizontal16Regular,
  Rename20Regular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { administration } from "../api/administration.ts";
import type { Person, Team } from "../api/shapes.ts";
import { AddChannelDialog } from "./AddChannelDialog.tsx";
import { NameDialog } from "./NameDialog.tsx";

/** What an owner does with a team. */
export function TeamMenu(props: {
  team: Team;
  person: Person;
  onWork: (work: Promise<unknown>) => void;
}) {
  const { team, person, onWork } = props;
  const [dialog, setDialog] = useState<"none" | "rename" | "addChannel">(
    "none",
  );
  const close = () => setDialog("none");
  const isArchived = team.isArchived ?? false;
  const setArchived = () =>
    onWork(
      administration.changeTeam(
        team.id,
        { isArchived: !isArchived },
        person.id,
      ),
    );
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<MoreHorizontal16Regular />}
            aria-label={`More about the team ${team.name}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              icon={<Add20Regular />}
              disabled={isArchived}
              onClick={() => setDialog("addChannel")}
            >
              Add channel
            </MenuItem>
            <MenuItem
              icon={<Rename20Regular />}
              disabled={isArchived}
              onClick={() => setDialog("rename")}
            >
              Rename team
            </MenuItem>
            {(team.deletedChannels ?? []).map((channel) => (
              <MenuItem
                key={channel.id}
                icon={<ArrowUndo20Regular />}
                disabled={isArchived}
                onClick={() =>
                  onWork(administration.restoreChannel(team.id, channel.id))
                }
              >
                Restore the channel {channel.name}
              </MenuItem>
            ))}
            <MenuItem icon={<Archive20Regular />} onClick={setArchived}>
              {isArchived ? "Restore team" : "Archive team"}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog === "addChannel" && (
        <AddChannelDialog team={team} person={person} onClose={close} />
      )}
      {dialog === "rename" && (
        <NameDialog
          title={`Rename ${team.name}`}
          name={team.name}
          onSave={(name) =>
            administration.changeTeam(team.id, { name }, person.id)
          }
          onClose={close}
        />
      )}
    </>
  );
}
