import { Text, Title2, makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    maxWidth: "480px",
    padding: tokens.spacingHorizontalXXL,
    paddingTop: "10vh",
    marginInline: "auto",
  },
  text: { margin: 0 },
});

/** What a browser shows that opened the tab's address without Teams around it. */
export function OutsideTeams() {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <Title2 as="h1">Open ERG Events in Teams</Title2>
      <Text as="p" block className={styles.text}>
        ERG Events runs inside Microsoft Teams, which signs you in. In Teams
        choose Apps, search for ERG Events, and open it there.
      </Text>
      <Text as="p" block className={styles.text}>
        If you are in Teams already, close this tab and open it again; your
        network may have been slow.
      </Text>
    </main>
  );
}
