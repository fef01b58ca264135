import { Button, Select } from "@fluentui/react-components";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import type { EventFilter } from "./use-event-list.ts";
import styles from "./EventFilters.module.css";

const choices = [
  { when: "upcoming", label: "Upcoming" },
  { when: "past", label: "Past" },
] as const;

export function EventFilters(props: {
  groups: GroupSummary[];
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
}) {
  const { groups, filter, onChange } = props;
  return (
    <div className={styles.filters} role="search" aria-label="Filter events">
      <div className={styles.when} role="group" aria-label="When">
        {choices.map(({ when, label }) => (
          <Button
            key={when}
            appearance={filter.when === when ? "secondary" : "subtle"}
            aria-pressed={filter.when === when}
            onClick={() => onChange({ ...filter, when })}
          >
            {label}
          </Button>
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
