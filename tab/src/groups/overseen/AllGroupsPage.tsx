import { Text, makeStyles, tokens } from "@fluentui/react-components";
import {
  overseenGroupsSchema,
  type OverseenGroup,
} from "../../../../bot/contract/groups.ts";
import { SettingsFrame } from "../../accounts/SettingsFrame.tsx";
import { useApi } from "../../api-client/api.ts";
import { parserOf } from "../../api-client/parser-of.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { Section } from "../../layout/Section.tsx";
import { Tag } from "../../layout/Tag.tsx";
import { overseenSentence, overseenTrouble } from "./overseen-words.ts";

const useStyles = makeStyles({
  groups: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  group: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    maxWidth: "70ch",
  },
  name: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Settings › Groups: every group of the organization, and which of them need somebody. */
export function AllGroupsPage() {
  return (
    <SettingsFrame title="Groups" path="Settings">
      <Loaded />
    </SettingsFrame>
  );
}

function Loaded() {
  const api = useApi();
  const { loaded, reload } = useLoaded("all-groups", (signal) =>
    api.request({
      path: "/api/organization/groups",
      signal,
      read: parserOf(overseenGroupsSchema),
    }),
  );
  if (loaded.state === "loading") {
    return <LoadingLines label="Loading the groups" count={3} size={72} />;
  }
  if (loaded.state === "failed") {
    return <Failure error={loaded.error} onRetry={reload} />;
  }
  return <All groups={loaded.value.groups} />;
}

function All({ groups }: { groups: OverseenGroup[] }) {
  const styles = useStyles();
  return (
    <Section heading="Groups of your organization">
      <Text className={styles.quiet}>
        {groups.length === 0
          ? "There is no group yet. Whoever adds ERG Events to a team in Teams makes a group of it, and owns it."
          : "Each is a team in Teams with ERG Events in it. Its owners say who else leads it, on the group’s own page."}
      </Text>
      <ul className={styles.groups} aria-label="Groups">
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </ul>
    </Section>
  );
}

function Group({ group }: { group: OverseenGroup }) {
  const styles = useStyles();
  const trouble = overseenTrouble(group);
  return (
    <li className={styles.group}>
      <span className={styles.name}>
        <Text weight="semibold" dir="auto">
          {group.name}
        </Text>
        {group.confidential && <Tag>Confidential</Tag>}
        {trouble !== null && <Tag tone="warning">Needs somebody</Tag>}
      </span>
      <Text className={styles.quiet}>{overseenSentence(group)}</Text>
      {trouble !== null && <Text>{trouble}</Text>}
    </li>
  );
}
