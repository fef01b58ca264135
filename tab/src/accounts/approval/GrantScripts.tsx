import { Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { ItDetails } from "../../../../bot/contract/accounts.ts";
import { CopyBlock } from "../CopyBlock.tsx";
import { scripts } from "../script-words.ts";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    minWidth: 0,
  },
});

const kinds = {
  powerShell: {
    tab: "PowerShell",
    label: "Script for PowerShell",
    script: scripts.grantPowerShell,
  },
  cli: {
    tab: "Command line",
    label: "Script for the command line",
    script: scripts.grantCli,
  },
} as const;
type Kind = keyof typeof kinds;
const order: readonly Kind[] = ["powerShell", "cli"];

/** One grant in two tongues. */
export function GrantScripts(props: { scripts: ItDetails["grantScripts"] }) {
  const styles = useStyles();
  const id = useId();
  const [kind, setKind] = useState<Kind>("powerShell");
  return (
    <div className={styles.parts}>
      <TabList
        size="small"
        aria-label="Kind of script"
        selectedValue={kind}
        onTabSelect={(_, { value }) =>
          setKind(value === "cli" ? "cli" : "powerShell")
        }
      >
        {order.map((each) => (
          <Tab
            key={each}
            value={each}
            id={`${id}-${each}`}
            aria-controls={`${id}-panel`}
          >
            {kinds[each].tab}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${kind}`}>
        <CopyBlock
          label={kinds[kind].label}
          script={kinds[kind].script}
          text={props.scripts[kind]}
        />
      </div>
    </div>
  );
}
