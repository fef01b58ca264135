import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useWorld } from "../api/world.tsx";

const useStyles = makeStyles({
  commands: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
    paddingBottom: tokens.spacingVerticalXS,
  },
});

/** The manifest's commands, as Teams suggests them over the box one writes in (Teams: Bot command menus). */
export function BotSuggestions(props: {
  scope: "personal" | "team";
  onChoose: (command: string) => void;
}) {
  const styles = useStyles();
  const { scope, onChoose } = props;
  const { app } = useWorld();
  const commands = app.commands.filter(({ scopes }) => scopes.includes(scope));
  if (commands.length === 0) return null;
  return (
    <ul className={styles.commands} aria-label={`What ${app.name} can do`}>
      {commands.map(({ title, description }) => (
        <li key={title}>
          <Button
            size="small"
            shape="circular"
            title={description}
            onClick={() => onChoose(title)}
          >
            {title}
          </Button>
        </li>
      ))}
    </ul>
  );
}
