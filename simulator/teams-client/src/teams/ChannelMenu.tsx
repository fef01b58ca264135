import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import {
  Apps20Regular,
  Delete20Regular,
  MoreHorizontal16Regular,
  Rename20Regular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { administration } from "../api/administration.ts";
import type { Channel, Person, Team } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";
import { hasAppIn } from "./channel-app.ts";
import { NameDialog } from "./NameDialog.tsx";

/** What an owner of the team does with one of its channels. */
export function ChannelMenu(props: {
  team: Team;
  channel: Channel;
  person: Person;
  onWork: (work: Promise<unknown>) => void;
}) {
  const { team, channel, person, onWork } = props;
  const { app } = useWorld();
  const [isRenaming, setIsRenaming] = useState(false);
  const isGeneral = channel.id === team.id;
  const takesAppByItself = channel.membershipType !== "standard" && team.app;
  if (isGeneral || (team.isArchived ?? false)) return null;
  const hasApp = hasAppIn(team, channel);
  const changeApp = () =>
    onWork(
      hasApp
        ? administration.removeAppFromChannel(team.id, channel.id, person.id)
        : administration.addAppToChannel(team.id, channel.id, person.id),
    );
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<MoreHorizontal16Regular />}
            aria-label={`More about the channel ${channel.name} of ${team.name}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {takesAppByItself && (
              <MenuItem icon={<Apps20Regular />} onClick={changeApp}>
                {hasApp
                  ? `Remove ${app.name} from this channel`
                  : `Add ${app.name} to this channel`}
              </MenuItem>
            )}
            <MenuItem
              icon={<Rename20Regular />}
              onClick={() => setIsRenaming(true)}
            >
              Rename channel
            </MenuItem>
            <MenuItem
              icon={<Delete20Regular />}
              onClick={() =>
                onWork(administration.deleteChannel(team.id, channel.id))
              }
            >
              Delete channel
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isRenaming && (
        <NameDialog
          title={`Rename ${channel.name}`}
          name={channel.name}
          onSave={(name) =>
            administration.renameChannel(team.id, channel.id, name)
          }
          onClose={() => setIsRenaming(false)}
        />
      )}
    </>
  );
}
