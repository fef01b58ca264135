import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { Page } from "../../layout/Page.tsx";
import { Section } from "../../layout/Section.tsx";
import { TextLink } from "../../layout/TextLink.tsx";
import { peopleCount } from "../group-choice.ts";
import { confidentialSentence, roleSentence } from "../role-words.ts";
import { useMe } from "../use-me.ts";
import { ConfidentialSwitch } from "./ConfidentialSwitch.tsx";
import { DefaultsPart } from "./DefaultsPart.tsx";
import { LeadsPart } from "./LeadsPart.tsx";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    maxWidth: "680px",
  },
});

/** One group: who leads it, with what its new events begin, and who knows of them. */
export function GroupPage({ id }: { id: string }) {
  const { me } = useMe();
  const group = me.groups.find((one) => one.id === id);
  return group ? <Shown group={group} /> : <NotShown />;
}

function NotShown() {
  return (
    <Page title="This group cannot be shown">
      <Text>You are not in it, or ERG Events was removed from its team.</Text>
      <p>
        <TextLink to="/">Go to the events</TextLink>
      </p>
    </Page>
  );
}

function Shown({ group }: { group: GroupSummary }) {
  const styles = useStyles();
  return (
    <Page title={group.name} path="Groups">
      <div className={styles.parts}>
        <Text>
          {peopleCount(group.memberCount)}. {roleSentence(group)}
        </Text>
        <TextLink to={`/?group=${group.id}`}>
          {`Events of ${group.name}`}
        </TextLink>
        <LeadsPart group={group} />
        {group.canManage && <DefaultsPart group={group} />}
        {(group.canManage || group.confidential) && (
          <Section heading="Who knows of its events">
            {group.canManage ? (
              <ConfidentialSwitch group={group} />
            ) : (
              <Text>This group is confidential. {confidentialSentence}</Text>
            )}
          </Section>
        )}
      </div>
    </Page>
  );
}
