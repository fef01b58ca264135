import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type {
  Insights,
  InsightsQuery,
} from "../../../bot/contract/insights.ts";
import { useApi } from "../api-client/api.ts";
import { useLoaded } from "../api-client/use-loaded.ts";
import { useMe } from "../groups/use-me.ts";
import { BarTable } from "../layout/BarTable.tsx";
import { Failure } from "../layout/Failure.tsx";
import { LoadingLines } from "../layout/LoadingLines.tsx";
import { Page } from "../layout/Page.tsx";
import { Section } from "../layout/Section.tsx";
import { useReader } from "../teams/reader.ts";
import { dateOf, wallClock } from "../time/wall-clock.ts";
import { DownloadInsights } from "./DownloadInsights.tsx";
import { InsightFilters, type InsightFilter } from "./InsightFilters.tsx";
import { loadInsights } from "./insight-requests.ts";
import { periodLabel, timeOf } from "./insight-time.ts";
import {
  emptyBeginningSentence,
  fromFirstEvent,
  insightCharts,
  insightSentence,
  leftOutSentence,
  type InsightChart,
} from "./insight-words.ts";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    maxWidth: "800px",
  },
  said: { maxWidth: "70ch" },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: "70ch" },
});

/** Events, answers and attendance in numbers, over time and by group: for leads of their groups, for admins of all. */
export function InsightsPage() {
  const { me, adminsView } = useMe();
  const styles = useStyles();
  const { timeZone } = useReader();
  const [today] = useState(() => dateOf(wallClock(new Date(), timeZone)));
  const [filter, setFilter] = useState<InsightFilter>(() => ({
    group: null,
    choice: "lastMonths",
    by: "month",
    ...timeOf("lastMonths", today),
  }));
  const leads = me.groups.some(({ canManage }) => canManage);
  if (!leads && !adminsView) {
    return (
      <Page title="Insights">
        <Text>
          Insights are for owners and contributors of a group. Ask an owner of
          yours to make you one of them.
        </Text>
      </Page>
    );
  }
  const asked: InsightsQuery = {
    from: filter.from,
    until: filter.until,
    by: filter.by === "group" ? "month" : filter.by,
    timeZone,
    group: filter.group,
    scope: adminsView ? "all" : "mine",
  };
  return (
    <Page title="Insights" actions={<DownloadInsights asked={asked} />}>
      <div className={styles.parts}>
        <Loaded
          filter={filter}
          asked={asked}
          today={today}
          onFilter={setFilter}
        />
      </div>
    </Page>
  );
}

function Loaded(props: {
  filter: InsightFilter;
  asked: InsightsQuery;
  today: string;
  onFilter: (filter: InsightFilter) => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const { asked, filter } = props;
  const [groups, setGroups] = useState<Insights["groups"]>([]);
  const { loaded, reload } = useLoaded(
    `insights ${JSON.stringify(asked)}`,
    async (signal) => {
      const insights = await loadInsights(api, asked, signal);
      setGroups(insights.groups);
      return insights;
    },
  );
  return (
    <>
      <InsightFilters
        filter={filter}
        groups={groups}
        today={props.today}
        onChange={props.onFilter}
      />
      <Text role="status" className={styles.said}>
        {loaded.state === "ready" ? insightSentence(loaded.value) : ""}
      </Text>
      {loaded.state === "loading" && (
        <LoadingLines label="Counting" count={3} size={72} />
      )}
      {loaded.state === "failed" && (
        <Failure error={loaded.error} onRetry={reload} />
      )}
      {loaded.state === "ready" && (
        <Charts insights={loaded.value} by={filter.by} />
      )}
    </>
  );
}

function Charts(props: { insights: Insights; by: InsightFilter["by"] }) {
  const styles = useStyles();
  const { insights, by } = props;
  const { locale } = useReader();
  const leftOut = leftOutSentence(insights);
  const { periods } = insights;
  const empty = emptyBeginningSentence(
    by === "group"
      ? []
      : periods
          .slice(0, periods.length - fromFirstEvent(periods).length)
          .map(({ start }) => periodLabel(start, { by, locale })),
  );
  if (insights.total.events + insights.total.cancelled === 0) return null;
  return (
    <>
      {leftOut !== "" && <Text className={styles.quiet}>{leftOut}</Text>}
      {empty !== "" && <Text className={styles.quiet}>{empty}</Text>}
      {insightCharts.map((chart) => (
        <Chart key={chart.heading} {...props} chart={chart} />
      ))}
    </>
  );
}

function Chart(props: {
  insights: Insights;
  by: InsightFilter["by"];
  chart: InsightChart;
}) {
  const styles = useStyles();
  const { locale } = useReader();
  const { insights, by, chart } = props;
  const rows =
    by === "group"
      ? insights.byGroup.map(({ id, name, numbers }) => ({
          key: id,
          label: name,
          numbers,
        }))
      : fromFirstEvent(insights.periods).map(({ start, numbers }) => ({
          key: start,
          label: periodLabel(start, { by, locale }),
          numbers,
        }));
  return (
    <Section heading={chart.heading}>
      <Text className={styles.quiet}>{chart.hint}</Text>
      <BarTable
        label={`${chart.heading} by ${by}`}
        rowHead={{ month: "Month", quarter: "Quarter", group: "Group" }[by]}
        columns={chart.columns}
        rows={rows.map(({ key, label, numbers }) => ({
          key,
          label,
          values: chart.columns.map(({ value }) => value(numbers)),
        }))}
      />
    </Section>
  );
}
