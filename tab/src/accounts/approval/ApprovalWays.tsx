import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { AdminConsentWay } from "./AdminConsentWay.tsx";
import { GrantScriptWay } from "./GrantScriptWay.tsx";
import { WorkflowWay } from "./WorkflowWay.tsx";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
  panel: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    paddingBottom: tokens.spacingVerticalM,
  },
  finish: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
});

const ways = [
  {
    value: "script",
    title: "1. Grant the permissions to the service account alone (best)",
    Way: GrantScriptWay,
  },
  {
    value: "workflow",
    title: "2. Ask for approval at Microsoft’s page",
    Way: WorkflowWay,
  },
  {
    value: "everybody",
    title: "3. Approve for everybody in the organization",
    Way: AdminConsentWay,
  },
];

/** The three ways through "Need admin approval", the narrowest first. */
export function ApprovalWays(props: {
  /** True when this is what has to be done now. */
  needed: boolean;
  finishing: boolean;
  onFinish: () => void;
}) {
  const styles = useStyles();
  return (
    <div
      role="group"
      aria-label="Ways to an administrator’s approval"
      className={styles.parts}
    >
      <Text>
        Microsoft’s default since November 2025: an administrator of Entra
        approves apps that use Exchange and Teams. There are three ways, the
        narrowest first.
      </Text>
      <Accordion collapsible defaultOpenItems="script">
        {ways.map(({ value, title, Way }) => (
          <AccordionItem key={value} value={value}>
            <AccordionHeader as="h3">{title}</AccordionHeader>
            <AccordionPanel>
              <div className={styles.panel}>
                <Way />
              </div>
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      <div className={styles.finish}>
        <Text>When one of them is done:</Text>
        <Button
          appearance={props.needed ? "primary" : "secondary"}
          disabledFocusable={props.finishing}
          onClick={props.onFinish}
        >
          Finish connecting
        </Button>
      </div>
    </div>
  );
}
