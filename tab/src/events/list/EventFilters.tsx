import { Button, Select } from "@fluentui/react-components";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import type { EventFilter } from "./use-event-list.ts";
import { listedStates } from "./filter-address.ts";
import { SearchField } from "./SearchField.tsx";
import styles from "./EventFilters.module.css";

const choices = [
  { shown: "upcoming", label: "Upcoming" },
  { shown: "past", label: "Past" },
  { shown: "week", label: "Week" },
  { shown: "month", label: "Month" },
] as const;

const stateLabels = {
  answerOpen: "Your answer is open",
  cancelled: "Cancelled",
  failed: "Not sent",
} as const;

/** As many characters as the backend searches for. */
const longestSearch = 200;

export function EventFilters(props: {
  groups: GroupSummary[];
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
}) {
  const { groups, filter, onChange } = props;
  return (
    <div className={styles.filters} role="search" aria-label="Filter events">
      <div className={styles.when} role="group" aria-label="Show">
        {choices.map(({ shown, label }) => (
          <Button
            key={shown}
            appearance={filter.shown === shown ? "secondary" : "subtle"}
            aria-pressed={filter.shown === shown}
            onClick={() => onChange({ ...filter, shown })}
          >
            {label}
          </Button>
        ))}
      </div>
      <SearchField
        label="Search events"
        longest={longestSearch}
        value={filter.search}
        onSearch={(search) => onChange({ ...filter, search })}
      />
      <Select
        className={styles.choice}
        aria-label="State"
        value={filter.state ?? ""}
        onChange={(_, { value }) =>
          onChange({
            ...filter,
            state: listedStates.find((state) => state === value) ?? null,
          })
        }
      >
        <option value="">All states</option>
        {listedStates.map((state) => (
          <option key={state} value={state}>
            {stateLabels[state]}
          </option>
        ))}
      </Select>
      {groups.length > 1 && (
        <Select
          className={styles.choice}
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
