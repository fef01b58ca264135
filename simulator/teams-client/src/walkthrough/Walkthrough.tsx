import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useWorld } from "../api/world.tsx";
import { Page } from "../shell/Page.tsx";
import { castOf } from "./cast.ts";
import { Step } from "./Step.tsx";
import { stepsFor } from "./steps.ts";
import { WhoIsWho } from "./WhoIsWho.tsx";

const useStyles = makeStyles({
  intro: { maxWidth: "70ch" },
  steps: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 260px), 1fr))",
  },
});

/** The start page: the whole way through the product, each step opening as the right person. */
export function Walkthrough() {
  const styles = useStyles();
  const world = useWorld();
  const steps = stepsFor(castOf(world), world);
  return (
    <Page title={`Welcome to ${world.tenant.name}`}>
      <Text className={styles.intro}>
        This is a whole Microsoft 365 organization on your machine: accounts,
        mailboxes, teams. Nothing here is real and nothing leaves this computer,
        but {world.app.name} itself is the real app. Each step opens in a tab of
        its own, so that you can be several people side by side.
      </Text>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <Step key={step.title} number={index + 1} step={step} />
        ))}
      </ol>
      <WhoIsWho />
    </Page>
  );
}
