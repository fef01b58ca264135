import { Text, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  guide: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
});

/** How the account gets the licence that it lacks (Microsoft 365 admin: "Assign or unassign licenses for users"). */
export function LicenceGuide({ upn }: { upn: string }) {
  const styles = useStyles();
  return (
    <div className={styles.guide}>
      <h3 className={styles.heading}>How the account gets its licence</h3>
      <ol className={styles.steps}>
        <li>
          <Text>
            Choose a plan that includes Exchange Online and Teams: Microsoft 365
            Business Basic at least.
          </Text>
        </li>
        <li>
          <Text>
            In the Microsoft 365 admin center open Users, Active users, {upn},
            Licenses and apps. Tick the plan, and under Apps both Exchange
            Online and Microsoft Teams. Save.
          </Text>
        </li>
        <li>
          <Text>
            Wait until its mailbox opens in Outlook on the web. That takes some
            minutes, at times up to a day.
          </Text>
        </li>
        <li>
          <Text>Come back and press Check again below.</Text>
        </li>
      </ol>
    </div>
  );
}
