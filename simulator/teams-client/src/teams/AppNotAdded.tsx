import { Subtitle1, makeStyles, tokens } from "@fluentui/react-components";
import { useWorld } from "../api/world.tsx";

const useStyles = makeStyles({
  empty: {
    display: "grid",
    placeContent: "center",
    justifyItems: "center",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    textAlign: "center",
  },
});

export function AppNotAdded({ name }: { name: string }) {
  const styles = useStyles();
  const { app } = useWorld();
  return (
    <div className={styles.empty}>
      <Subtitle1 as="h2">
        {app.name} is not in {name} yet
      </Subtitle1>
      <span>Add it in the list of teams.</span>
    </div>
  );
}
