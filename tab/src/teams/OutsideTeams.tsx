import { Text, Title2 } from "@fluentui/react-components";
import styles from "./OutsideTeams.module.css";

/** What a browser shows that opened the tab's address without Teams around it. */
export function OutsideTeams() {
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
