import {
  Field,
  Radio,
  RadioGroup,
  Select,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { GroupSummary } from "../../../bot/contract/groups.ts";
import { othersGroup } from "../events/list/EventFilters.tsx";
import { useMe } from "../groups/use-me.ts";
import { useReader } from "../teams/reader.ts";
import type { StoredTab } from "./kept-tab.ts";
import { MissingGroup } from "./MissingGroup.tsx";
import {
  addressOfChoice,
  audienceSentences,
  tabName,
  tabViews,
  usualChoice,
  type TabChoice,
} from "./tab-choice.ts";
import { useLookAgain } from "./use-look-again.ts";
import { useSaving } from "./use-tab-settings.ts";

const useStyles = makeStyles({
  fields: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    maxWidth: "480px",
  },
  views: { flexWrap: "wrap" },
  said: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  // As wide as the longest name of a group allows, and no wider than the dialog.
  field: { minWidth: 0 },
});

/** Chooses group and view. Teams has the button that stores them. */
export function TabSettings({ stored }: { stored: StoredTab }) {
  const styles = useStyles();
  const { me, loads, reload } = useMe();
  const { teamId } = useReader();
  const { groups } = me;
  const { choice, chooseGroup, chooseView } = useChoice({
    stored: stored.choice,
    groups,
    teamId,
  });
  const others = othersOf({ choice, stored: stored.choice, groups });
  const hasTeamsGroup = groups.some((group) => group.teamId === teamId);
  const isUseful = groups.length > 0 || stored.choice !== null;
  const isMissing = !hasTeamsGroup && stored.choice === null;
  const isLong = useLookAgain({ isMissing, looks: loads, look: reload });
  const address = addressOfChoice({ choice, origin: location.origin });
  useSaving(
    isUseful
      ? {
          entityId: stored.entityId,
          contentUrl: address,
          // Teams on phones shows only tabs that have one (Teams: Tabs on mobile).
          websiteUrl: address,
          suggestedDisplayName: tabName({ choice, groups, teamId }),
        }
      : null,
  );

  return (
    <div className={styles.fields}>
      {isUseful && (
        <>
          <Field label="Group" className={styles.field}>
            <Select
              value={choice.groupId ?? ""}
              onChange={(_, { value }) =>
                chooseGroup(value === "" ? null : value)
              }
            >
              <option value="">All my groups</option>
              {others.map((id) => (
                <option key={id} value={id}>
                  {othersGroup}
                </option>
              ))}
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="View">
            <RadioGroup
              layout="horizontal"
              className={styles.views}
              value={choice.view}
              onChange={(_, { value }) => {
                const known = tabViews.find(({ view }) => view === value);
                if (known) chooseView(known.view);
              }}
            >
              {tabViews.map(({ view, label }) => (
                <Radio key={view} value={view} label={label} />
              ))}
            </RadioGroup>
          </Field>
        </>
      )}
      <div className={styles.said} role="status">
        {isMissing && (
          <MissingGroup inGroups={groups.length > 0} isLong={isLong} />
        )}
        {isUseful && (
          <Text className={styles.quiet}>
            {audienceSentences({ choice, groups }).join(" ")}
          </Text>
        )}
      </div>
    </div>
  );
}

/** What is chosen, which is the usual until somebody chooses: the team's group may come later than a view is chosen. */
function useChoice(given: {
  stored: TabChoice | null;
  groups: GroupSummary[];
  teamId: string | null;
}) {
  const usual = usualChoice(given);
  const [groupId, chooseGroup] = useState(given.stored?.groupId);
  const [view, chooseView] = useState(given.stored?.view);
  const choice: TabChoice = {
    groupId: groupId === undefined ? usual.groupId : groupId,
    view: view ?? usual.view,
  };
  return { choice, chooseGroup, chooseView };
}

/** Groups that can be chosen without being the reader's: the one that is chosen, and the one that was stored. */
function othersOf(given: {
  choice: TabChoice;
  stored: TabChoice | null;
  groups: GroupSummary[];
}): string[] {
  const { choice, stored, groups } = given;
  return [...new Set([choice.groupId, stored?.groupId ?? null])]
    .filter((id) => id !== null)
    .filter((asked) => groups.every(({ id }) => id !== asked));
}
