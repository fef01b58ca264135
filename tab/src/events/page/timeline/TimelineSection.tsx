import {
  Button,
  Field,
  Select,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import {
  givenAnswerSchema,
  type GivenAnswer,
} from "../../../../../bot/contract/answer.ts";
import type { Timeline } from "../../../../../bot/contract/timeline.ts";
import { Failure } from "../../../layout/Failure.tsx";
import { LoadingLines } from "../../../layout/LoadingLines.tsx";
import { Section } from "../../../layout/Section.tsx";
import { answerLabel, givenAnswers } from "../../answer-words.ts";
import { TimelineList } from "./TimelineList.tsx";
import { onlyHeard } from "../../../layout/only-heard.ts";
import { useNews } from "./use-news.ts";
import { useTimeline } from "./use-timeline.ts";

const useStyles = makeStyles({
  filter: { alignSelf: "flex-start", maxWidth: "100%" },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { alignSelf: "center" },
  onlyHeard,
});

/** So many are shown at first, and so many more each time: below them the page goes on. */
const step = { first: 10, more: 50 };

/** Who answered what, as it came; for leads. It grows at its top while somebody looks. */
export function TimelineSection(props: {
  eventId: string;
  version: number;
  live: Timeline;
}) {
  const styles = useStyles();
  const timeline = useTimeline(props);
  const news = useNews(props.live);
  const [count, setCount] = useState(step.first);
  const { answers, filter } = timeline;
  const isCut = answers.length > count;
  const hasMore = isCut || timeline.hasMore;

  function showMore(): void {
    setCount(count + step.more);
    if (!isCut) timeline.loadMore();
  }

  function choose(chosen: GivenAnswer | null): void {
    setCount(step.first);
    timeline.choose(chosen);
  }

  return (
    <Section heading="Answers as they came">
      <Field label="Show" className={styles.filter} orientation="horizontal">
        <Select
          value={filter ?? ""}
          onChange={(_, { value }) =>
            choose(givenAnswerSchema.safeParse(value).data ?? null)
          }
        >
          <option value="">All answers</option>
          {givenAnswers.map(({ answer, label }) => (
            <option key={answer} value={answer}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <TimelineList answers={answers.slice(0, count)} />
      {answers.length === 0 && !timeline.loading && !timeline.hasMore && (
        <Text className={styles.quiet}>{nothingSentence(filter)}</Text>
      )}
      {timeline.loading && (
        <LoadingLines label="Loading older answers" count={3} size={32} />
      )}
      {timeline.error && (
        <Failure error={timeline.error} onRetry={timeline.loadMore} />
      )}
      {(hasMore || count > step.first) && !timeline.error && (
        // It stays when there is nothing more, so that the focus stays where it is.
        <Button
          className={styles.more}
          disabledFocusable={timeline.loading || !hasMore}
          onClick={showMore}
        >
          {hasMore ? "Show more answers" : "These are all answers"}
        </Button>
      )}
      <div role="status" className={styles.onlyHeard}>
        {news}
      </div>
    </Section>
  );
}

function nothingSentence(filter: GivenAnswer | null): string {
  return filter === null
    ? "Nobody has answered yet."
    : `Nobody has answered “${answerLabel(filter)}”.`;
}
