import { DonutChart } from "@fluentui/react-charts";
import type { Tally } from "../../../../bot/contract/answer.ts";
import type { AnswerColor } from "./answer-colors.ts";

/** The tally as a ring. A file of its own: the charts load late. */
export function TallyChart({
  tally,
  colors,
}: {
  tally: Tally;
  colors: AnswerColor[];
}) {
  const chartData = colors
    .filter(({ answer }) => tally[answer] > 0)
    .map(({ answer, label, color }) => ({
      legend: label,
      data: tally[answer],
      color,
    }));
  return (
    <DonutChart
      data={{ chartData }}
      width={160}
      height={160}
      innerRadius={52}
      hideLegend
      hideTooltip
    />
  );
}
