import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { Section } from "../../layout/Section.tsx";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
});

const stored = [
  "Members of teams that have the app: object id, name, mail address, sign-in name, role in the group",
  "Groups: the team’s id and name, its channels, whether the group is confidential",
  "Events: title, description, time, place, who is invited, who scheduled it, the link to the meeting",
  "Answers: who gave which, when and where",
  "The service account: its name and address; its tokens, encrypted (AES-256-GCM)",
  "Who began to connect the account, when, and how it ended",
  "Who is an administrator of ERG Events, and what the bot told them of the connection",
];

/** A short list; docs/privacy.md in the app's package has the whole. */
export function StoredPart() {
  const styles = useStyles();
  return (
    <Section heading="What is stored">
      <Text>
        In the PostgreSQL database of this deployment, and nowhere else:
      </Text>
      <ul className={styles.list}>
        {stored.map((line) => (
          <li key={line}>
            <Text>{line}</Text>
          </li>
        ))}
      </ul>
      <Text>
        Not stored: messages in chats and channels, photos, other mails or
        calendars. The document “Privacy” that comes with ERG Events lists every
        table, who sees what, and how data is erased.
      </Text>
    </Section>
  );
}
