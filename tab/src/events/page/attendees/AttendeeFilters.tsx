import {
  Field,
  Input,
  Select,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { answerSchema } from "../../../../../bot/contract/answer.ts";
import {
  attendeeOrderSchema,
  maxAttendeeSearch,
  type AttendeeOrder,
  type AttendeeQuery,
} from "../../../../../bot/contract/found-attendees.ts";
import { answerLabel } from "../../answer-words.ts";

const useStyles = makeStyles({
  filters: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalM,
  },
  field: { flex: "1 1 160px", minWidth: 0, maxWidth: "320px" },
});

const orderLabels: Record<AttendeeOrder, string> = {
  name: "Name",
  answer: "Answer",
  answered: "Latest answer",
};

/** Whom to show of those invited, and in which order. */
export function AttendeeFilters(props: {
  query: AttendeeQuery;
  onChange: (query: AttendeeQuery) => void;
}) {
  const styles = useStyles();
  const { query, onChange } = props;
  return (
    <div className={styles.filters} role="search" aria-label="Who is invited">
      <Field label="Find somebody" className={styles.field}>
        <Input
          type="search"
          placeholder="Name or address"
          maxLength={maxAttendeeSearch}
          value={query.search}
          onChange={(_, { value }) => onChange({ ...query, search: value })}
        />
      </Field>
      <Field label="Answer" className={styles.field}>
        <Select
          value={query.answer ?? ""}
          onChange={(_, { value }) =>
            onChange({
              ...query,
              answer: answerSchema.safeParse(value).data ?? null,
            })
          }
        >
          <option value="">Everybody</option>
          {answerSchema.options.map((answer) => (
            <option key={answer} value={answer}>
              {answerLabel(answer)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Sort by" className={styles.field}>
        <Select
          value={query.order}
          onChange={(_, { value }) =>
            onChange({
              ...query,
              order: attendeeOrderSchema.safeParse(value).data ?? "name",
            })
          }
        >
          {attendeeOrderSchema.options.map((order) => (
            <option key={order} value={order}>
              {orderLabels[order]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
