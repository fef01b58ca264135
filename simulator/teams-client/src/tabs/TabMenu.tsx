import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
} from "@fluentui/react-components";
import {
  ChevronDown16Regular,
  Delete20Regular,
  Rename20Regular,
  Settings20Regular,
} from "@fluentui/react-icons";
import { useState } from "react";
import type { ChannelTab } from "../api/shapes.ts";
import { tabs, type TabsOf } from "../api/tabs.ts";
import { useWorld } from "../api/world.tsx";
import { NameDialog } from "../teams/NameDialog.tsx";
import { OwnerDialog } from "../teams/OwnerDialog.tsx";

/** What members do with a tab: its entries are those of Teams: Create a removal page. */
export function TabMenu(props: {
  at: TabsOf;
  tab: ChannelTab;
  onSettings: () => void;
  onRemoved: () => void;
}) {
  const { at, tab } = props;
  const { app } = useWorld();
  const [dialog, setDialog] = useState<"none" | "rename" | "remove">("none");
  const close = () => setDialog("none");
  const remove = async () => {
    await tabs.remove(at, tab.id);
    props.onRemoved();
  };
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronDown16Regular />}
            aria-label={`More about the tab ${tab.name}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {app.configurableTab.canUpdateConfiguration && (
              <MenuItem icon={<Settings20Regular />} onClick={props.onSettings}>
                Settings
              </MenuItem>
            )}
            <MenuItem
              icon={<Rename20Regular />}
              onClick={() => setDialog("rename")}
            >
              Rename
            </MenuItem>
            <MenuItem
              icon={<Delete20Regular />}
              onClick={() => setDialog("remove")}
            >
              Remove
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog === "rename" && (
        <NameDialog
          title={`Rename ${tab.name}`}
          name={tab.name}
          onSave={(name) => tabs.change(at, tab.id, { name })}
          onClose={close}
        />
      )}
      {dialog === "remove" && (
        <OwnerDialog
          title={`Remove ${tab.name}?`}
          confirm="Remove"
          isReady
          onConfirm={remove}
          onClose={close}
        >
          <Text>It goes from this channel, for everybody.</Text>
        </OwnerDialog>
      )}
    </>
  );
}
