import { makeStyles, tokens } from "@fluentui/react-components";
import type { LateInvitation } from "../../../../bot/contract/late-invitation.ts";
import { useReader } from "../../teams/reader.ts";
import { lateInvitationSentence } from "./late-invitation-words.ts";

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    color: tokens.colorNeutralForeground2,
  },
});

/** How many were invited by themselves, because they joined a group; nothing where nobody was. */
export function LateInvitations(props: { late: LateInvitation[] }) {
  const styles = useStyles();
  const reader = useReader();
  if (props.late.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Invited later, by themselves">
      {props.late.map((one) => (
        <li key={one.id}>{lateInvitationSentence(one, reader)}</li>
      ))}
    </ul>
  );
}
