import {
  Field,
  Input,
  Select,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Insights } from "../../../bot/contract/insights.ts";
import { timeChoices, timeOf, type TimeChoice } from "./insight-time.ts";

const useStyles = makeStyles({
  filters: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalM,
  },
  field: { minWidth: 0, maxWidth: "100%" },
});

/** What the charts show; `by` is what their rows are. */
export interface InsightFilter {
  /** Null: all that the reader is told of. */
  group: string | null;
  choice: TimeChoice;
  from: string;
  until: string;
  by: "month" | "quarter" | "group";
}

export function InsightFilters(props: {
  filter: InsightFilter;
  groups: Insights["groups"];
  today: string;
  onChange: (filter: InsightFilter) => void;
}) {
  const styles = useStyles();
  const { filter, groups, onChange } = props;

  function chooseTime(choice: TimeChoice): void {
    const time = choice === "days" ? {} : timeOf(choice, props.today);
    onChange({ ...filter, ...time, choice });
  }

  /** The other day moves along where it has to; a day that is emptied while another is typed is not asked for. */
  function chooseDay(name: "from" | "until", day: string): void {
    if (day === "") return;
    const from = name === "from" ? day : filter.from;
    const until = name === "until" ? day : filter.until;
    const isTurned = from > until;
    onChange({
      ...filter,
      from: isTurned ? day : from,
      until: isTurned ? day : until,
    });
  }

  return (
    <div className={styles.filters} role="search" aria-label="What is counted">
      {groups.length > 1 && (
        <Field label="Group" className={styles.field}>
          <Select
            value={filter.group ?? ""}
            onChange={(_, { value }) =>
              onChange({ ...filter, group: value === "" ? null : value })
            }
          >
            <option value="">All groups</option>
            {groups.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label="Time" className={styles.field}>
        <Select
          value={filter.choice}
          onChange={(_, { value }) => chooseTime(value as TimeChoice)}
        >
          {timeChoices.map(({ choice, label }) => (
            <option key={choice} value={choice}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {filter.choice === "days" && (
        <>
          <Field label="From" className={styles.field}>
            <Input
              type="date"
              value={filter.from}
              onChange={(_, { value }) => chooseDay("from", value)}
            />
          </Field>
          <Field label="Until" className={styles.field}>
            <Input
              type="date"
              value={filter.until}
              onChange={(_, { value }) => chooseDay("until", value)}
            />
          </Field>
        </>
      )}
      <Field label="Rows" className={styles.field}>
        <Select
          value={filter.by}
          onChange={(_, { value }) =>
            onChange({ ...filter, by: value as InsightFilter["by"] })
          }
        >
          <option value="month">By month</option>
          <option value="quarter">By quarter</option>
          <option value="group">By group</option>
        </Select>
      </Field>
    </div>
  );
}
