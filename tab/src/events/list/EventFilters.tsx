import {
  Select,
  ToggleButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import type { EventFilter } from "./use-event-list.ts";

const useStyles = makeStyles({
  filters: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalM,
    alignItems: "center",
    justifyContent: "space-between",
  },
  when: { display: "flex", gap: tokens.spacingHorizontalXS },
  group: { maxWidth: "100%" },
});

const choices = [
  { when: "upcoming", label: "Upcoming" },
  { when: "past", label: "Past" },
] as const;

export function EventFilters(props: {
  groups: GroupSummary[];
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
}) {
  const styles = useStyles();
  const { groups, filter, onChange } = props;
  return (
    <div className={styles.filters} role="search" aria-label="Filter events">
      <div className={styles.when} role="group" aria-label="When">
        {choices.map(({ when, label }) => (
          <ToggleButton
            key={when}
            appearance="subtle"
            checked={filter.when === when}
            onClick={() => onChange({ ...filter, when })}
          >
            {label}
          </ToggleButton>
        ))}
      </div>
      {groups.length > 1 && (
        <Select
          className={styles.group}
          aria-label="Group"
          value={filter.groupId ?? ""}
          onChange={(_, { value }) =>
            onChange({ ...filter, groupId: value === "" ? null : value })
          }
        >
          <option value="">All my groups</option>
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}
