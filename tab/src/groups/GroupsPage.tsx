import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { GroupSummary } from "../../../bot/contract/groups.ts";
import { Page } from "../layout/Page.tsx";
import { Section } from "../layout/Section.tsx";
import { TextLink } from "../layout/TextLink.tsx";
import { peopleCount } from "./group-choice.ts";
import {
  confidentialSentence,
  managersSentence,
  roleSentence,
} from "./role-words.ts";
import { useMe } from "./use-me.ts";

const useStyles = makeStyles({
  groups: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    maxWidth: "680px",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The reader's groups: their size, the reader's role, and the way to each. */
export function GroupsPage() {
  const styles = useStyles();
  const { me } = useMe();
  return (
    <Page title="Groups">
      {me.groups.length === 0 && (
        <Text>
          You are in no group yet. Join a group&apos;s team in Teams where ERG
          Events is installed.
        </Text>
      )}
      <div className={styles.groups}>
        {me.groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
        <Text className={styles.quiet}>{managersSentence}</Text>
      </div>
    </Page>
  );
}

function Group({ group }: { group: GroupSummary }) {
  const styles = useStyles();
  return (
    <Section heading={group.name}>
      <Text>
        {peopleCount(group.memberCount)}. {roleSentence(group)}
      </Text>
      {group.confidential && (
        <Text className={styles.quiet}>
          This group is confidential. {confidentialSentence}
        </Text>
      )}
      <TextLink to={`/groups/${group.id}`}>
        {group.canManage
          ? `Settings of ${group.name}`
          : `Who leads ${group.name}`}
      </TextLink>
      <TextLink to={`/?group=${group.id}`}>
        {`Events of ${group.name}`}
      </TextLink>
    </Section>
  );
}
