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
import {
  Add16Regular,
  Checkmark16Regular,
  MoreHorizontal16Regular,
} from "@fluentui/react-icons";
import { useState } from "react";
import { sentenceOf } from "../api/call.ts";
import { simulator } from "../api/simulator.ts";
import type { Person, Team } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";

const useStyles = makeStyles({
  row: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingInlineStart: "40px",
    color: tokens.colorNeutralForeground3,
  },
  installed: { flexGrow: 1, minWidth: 0, paddingInlineStart: "8px" },
  error: { color: tokens.colorPaletteRedForeground1 },
});

/** Whether the app is in the team, and the way to add or remove it. */
export function TeamApp({ team, person }: { team: Team; person: Person }) {
  const styles = useStyles();
  const { app, people } = useWorld();
  const [work, setWork] = useState<
    { kind: "idle" } | { kind: "busy" } | { kind: "refused"; message: string }
  >({ kind: "idle" });
  const installer = people.find(({ id }) => id === team.app?.installedById);

  const run = (action: (team: string, person: string) => Promise<unknown>) => {
    setWork({ kind: "busy" });
    action(team.id, person.id).then(
      () => setWork({ kind: "idle" }),
      (error: unknown) =>
        setWork({ kind: "refused", message: sentenceOf(error) }),
    );
  };

  return (
    <div>
      <div className={styles.row}>
        {team.app ? (
          <>
            <Checkmark16Regular aria-hidden />
            <Caption1 className={styles.installed}>
              {app.name} added{installer ? ` by ${installer.displayName}` : ""}
            </Caption1>
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <Button
                  appearance="subtle"
                  size="small"
                  icon={<MoreHorizontal16Regular />}
                  aria-label={`More about ${app.name} in ${team.name}`}
                />
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <MenuItem onClick={() => run(simulator.removeApp)}>
                    Remove {app.name} from this team
                  </MenuItem>
                </MenuList>
              </MenuPopover>
            </Menu>
          </>
        ) : (
          <Button
            appearance="subtle"
            size="small"
            icon={<Add16Regular />}
            disabled={work.kind === "busy"}
            onClick={() => run(simulator.installApp)}
          >
            Add {app.name} to this team
          </Button>
        )}
      </div>
      {work.kind === "refused" && (
        <Caption1 role="alert" className={styles.error}>
          {work.message}
        </Caption1>
      )}
    </div>
  );
}
