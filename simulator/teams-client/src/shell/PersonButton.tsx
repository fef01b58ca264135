import {
  Button,
  Caption1,
  Persona,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Person } from "../api/shapes.ts";

const useStyles = makeStyles({
  button: {
    width: "100%",
    justifyContent: "flex-start",
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  detail: { color: tokens.colorNeutralForeground3 },
});

export function PersonButton(props: {
  person: Person;
  isCurrent: boolean;
  onChoose: (upn: string) => void;
}) {
  const styles = useStyles();
  const { person } = props;
  return (
    <Button
      appearance="subtle"
      className={styles.button}
      aria-current={props.isCurrent ? "true" : undefined}
      onClick={() => props.onChoose(person.upn)}
    >
      <Persona
        name={person.displayName}
        avatar={{ color: "colorful", "aria-hidden": true }}
        secondaryText={
          <Caption1 className={styles.detail}>
            {person.jobTitle || person.upn}
          </Caption1>
        }
      />
    </Button>
  );
}
