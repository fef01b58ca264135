import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { PlainButton } from "../../layout/PlainButton.tsx";
import { PlainSelect } from "../../layout/PlainSelect.tsx";
import type { EventFilter } from "./use-event-list.ts";
import { listedStates, statesToChoose } from "./filter-address.ts";
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
  going: "You go, or may go",
  declined: "You can't go",
  cancelled: "Cancelled",
  failed: "Not sent",
} as const;

/** Where the group of the address is not one of the reader's. */
export const othersGroup = "A group that you are not in";

/** As many characters as the backend searches for. */
const longestSearch = 200;

export function EventFilters(props: {
  groups: GroupSummary[];
  filter: EventFilter;
  onChange: (filter: EventFilter) => void;
}) {
  const { groups, filter, onChange } = props;
  const isOthers =
    filter.groupId !== null && groups.every(({ id }) => id !== filter.groupId);
  const leads = groups.some(({ canManage }) => canManage);
  return (
    <div className={styles.filters} role="search" aria-label="Filter events">
      <div className={styles.when} role="group" aria-label="Show">
        {choices.map(({ shown, label }) => (
          <PlainButton
            key={shown}
            appearance={filter.shown === shown ? "secondary" : "subtle"}
            pressed={filter.shown === shown}
            onClick={() => onChange({ ...filter, shown })}
          >
            {label}
          </PlainButton>
        ))}
      </div>
      <SearchField
        label="Search events"
        longest={longestSearch}
        value={filter.search}
        onSearch={(search) => onChange({ ...filter, search })}
      />
      <PlainSelect
        label="State"
        value={filter.state ?? ""}
        onChange={(value) =>
          onChange({
            ...filter,
            state: listedStates.find((state) => state === value) ?? null,
          })
        }
      >
        <option value="">All states</option>
        {statesToChoose({ leads, state: filter.state }).map((state) => (
          <option key={state} value={state}>
            {stateLabels[state]}
          </option>
        ))}
      </PlainSelect>
      {(groups.length > 1 || isOthers) && (
        <PlainSelect
          label="Group"
          value={filter.groupId ?? ""}
          onChange={(value) =>
            onChange({ ...filter, groupId: value === "" ? null : value })
          }
        >
          <option value="">All my groups</option>
          {isOthers && (
            <option value={filter.groupId ?? ""}>{othersGroup}</option>
          )}
          {groups.map((group) => (
            <option key={group.id} value={group.id}>
              {group.name}
            </option>
          ))}
        </PlainSelect>
      )}
    </div>
  );
}
