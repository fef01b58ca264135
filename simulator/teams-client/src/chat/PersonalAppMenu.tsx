import {
  Button,
  Caption1,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons";
import { administration } from "../api/administration.ts";
import type { Person } from "../api/shapes.ts";
import { useWork } from "../api/use-work.ts";
import { useWorld } from "../api/world.tsx";

const useStyles = makeStyles({
  error: { color: tokens.colorStatusDangerForeground1 },
});

/** What everybody may do with the app that they have for themselves. */
export function PersonalAppMenu({ person }: { person: Person }) {
  const styles = useStyles();
  const { app } = useWorld();
  const { error, run } = useWork();
  if (person.hasApp !== true) return null;
  const blocks = person.blocksBot === true;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={`More about ${app.name}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              onClick={() =>
                void run(administration.blockBot(person.id, !blocks))
              }
            >
              {blocks ? `Unblock ${app.name}` : `Block ${app.name}`}
            </MenuItem>
            <MenuItem
              onClick={() =>
                void run(administration.uninstallPersonally(person.id))
              }
            >
              Remove {app.name}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {error !== "" && (
        <Caption1 role="alert" className={styles.error}>
          {error}
        </Caption1>
      )}
    </>
  );
}
