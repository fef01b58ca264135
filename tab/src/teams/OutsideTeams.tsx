import { linkToPage } from "./deep-link.ts";
import styles from "./OutsideTeams.module.css";

/**
 * What a browser shows that opened the tab's address without Teams around it.
 * @param props.appLink where Teams opens the personal tab; empty: not known
 */
export function OutsideTeams({ appLink }: { appLink: string }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Open ERG Events in Teams</h1>
      <p className={styles.text}>
        ERG Events runs inside Microsoft Teams, which signs you in. In Teams
        choose Apps, search for ERG Events, and open it there.
      </p>
      {appLink !== "" && (
        <p className={styles.text}>
          <a
            className={styles.link}
            href={linkToPage(appLink, location.pathname)}
            target="_blank"
            rel="noreferrer"
          >
            Open this page in Teams
          </a>
        </p>
      )}
      <p className={styles.text}>
        If you are in Teams already, close this tab and open it again; your
        network may have been slow.
      </p>
    </main>
  );
}
