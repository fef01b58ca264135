import {
  Field,
  Radio,
  RadioGroup,
  Select,
  Spinner,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { othersGroup } from "../events/list/EventFilters.tsx";
import { useMe } from "../groups/use-me.ts";
import { useReader } from "../teams/reader.ts";
import type { StoredTab } from "./kept-tab.ts";
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
  const { me, reload } = useMe();
  const { teamId } = useReader();
  const { groups } = me;
  const [chosen, setChosen] = useState<TabChoice | null>(stored.choice);
  const choice = chosen ?? usualChoice(groups, teamId);
  const hasTeamsGroup = groups.some((group) => group.teamId === teamId);
  const isUseful = groups.length > 0 || stored.choice !== null;
  const isMissing = !hasTeamsGroup && stored.choice === null;
  useLookAgain({ isMissing, found: me, look: reload });
  const address = addressOfChoice(choice, location.origin);
  useSaving(
    isUseful
      ? {
          entityId: stored.entityId,
          contentUrl: address,
          // Teams on phones shows only tabs that have one (Teams: Tabs on mobile).
          websiteUrl: address,
          suggestedDisplayName: tabName(choice, groups, teamId),
        }
      : null,
  );
  const isOthers =
    choice.groupId !== null && groups.every(({ id }) => id !== choice.groupId);

  return (
    <div className={styles.fields}>
      {isUseful && (
        <>
          <Field label="Group" className={styles.field}>
            <Select
              value={choice.groupId ?? ""}
              onChange={(_, { value }) =>
                setChosen({ ...choice, groupId: value === "" ? null : value })
              }
            >
              <option value="">All my groups</option>
              {isOthers && (
                <option value={choice.groupId ?? ""}>{othersGroup}</option>
              )}
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
                if (known) setChosen({ ...choice, view: known.view });
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
        {isMissing && <Missing hasGroups={groups.length > 0} />}
        {isUseful && (
          <Text className={styles.quiet}>
            {audienceSentences(choice, groups).join(" ")}
          </Text>
        )}
      </div>
    </div>
  );
}

/** Teams adds the bot and opens this page at once; the group appears when the bot has read its team. */
function Missing({ hasGroups }: { hasGroups: boolean }) {
  const what = hasGroups
    ? "The group of this team is not here yet."
    : "You are in no group yet.";
  return (
    <Spinner
      size="tiny"
      labelPosition="after"
      label={`${what} If ERG Events has just been added to this team, its group appears here within moments.`}
    />
  );
}
