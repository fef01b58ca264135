import styles from "./OutsideTeams.module.css";

/** What a browser shows that opened the tab's address without Teams around it. */
export function OutsideTeams() {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Open ERG Events in Teams</h1>
      <p className={styles.text}>
        ERG Events runs inside Microsoft Teams, which signs you in. In Teams
        choose Apps, search for ERG Events, and open it there.
      </p>
      <p className={styles.text}>
        If you are in Teams already, close this tab and open it again; your
        network may have been slow.
      </p>
    </main>
  );
}
