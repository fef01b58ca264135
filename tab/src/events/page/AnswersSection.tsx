import {
  Caption1,
  Text,
  makeStyles,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { Suspense } from "react";
import type { Tally } from "../../../../bot/contract/answer.ts";
import type { ShownTally } from "../../../../bot/contract/guarded-tally.ts";
import { Section } from "../../layout/Section.tsx";
import { useHighContrast } from "../../teams/use-theme-name.ts";
import { isBrokenDown, tallySentence } from "../answer-words.ts";
import { invitedByName } from "../list-words.ts";
import { answerColors } from "./answer-colors.ts";
import { ListNote } from "./ListNote.tsx";
import { latePart } from "../../layout/late-part.tsx";

const TallyChart = latePart(
  async () => (await import("./TallyChart.tsx")).TallyChart,
);

const useStyles = makeStyles({
  chart: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalXL,
  },
  // The number lies over the ring: text of the chart's own stays on one line and is missing at zero.
  picture: {
    display: "grid",
    width: "160px",
    height: "160px",
    flexShrink: 0,
    "& > *": { gridArea: "1 / 1" },
  },
  going: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    placeSelf: "center",
  },
  goingCount: typographyStyles.title2,
  legend: {
    display: "grid",
    gridTemplateColumns: "auto auto 1fr",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
  swatch: {
    width: "12px",
    height: "12px",
    borderRadius: tokens.borderRadiusSmall,
    // Colours are the meaning here; a forced palette would make the four the same.
    forcedColorAdjust: "none",
  },
  sentence: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  count: {
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    textAlign: "right",
  },
});

/**
 * The tally as a picture and as a sentence; the sentence is what screen readers get, each time it changes.
 * Of a mailing list's people the picture shows those who answered: how many have not is not known.
 */
export function AnswersSection(props: { tally: ShownTally; forLead: boolean }) {
  const styles = useStyles();
  const { tally } = props;
  const { lists } = tally;
  return (
    <Section heading="Answers">
      {isBrokenDown(tally) && <AnswersPicture tally={tally} />}
      <Text as="p" block role="status" className={styles.sentence}>
        {tallySentence(tally)}
      </Text>
      {!isBrokenDown(tally) && (
        <Caption1 className={styles.quiet}>
          What people answered is shown once so many have that nobody&apos;s
          answer can be guessed.
        </Caption1>
      )}
      {lists && props.forLead && <ListNote lists={lists} />}
    </Section>
  );
}

function AnswersPicture({ tally }: { tally: Tally }) {
  const styles = useStyles();
  const { lists } = tally;
  const colors = answerColors(useHighContrast());
  const told = colors.filter(
    ({ answer }) => answer !== "none" || !lists || invitedByName(tally) > 0,
  );
  return (
    <div className={styles.chart} aria-hidden="true">
      {/* Inert: the slices would be stops of the keyboard that say nothing new. */}
      <div className={styles.picture} inert>
        {tally.total > 0 && (
          <>
            <Suspense>
              <TallyChart tally={tally} colors={colors} />
            </Suspense>
            <div className={styles.going}>
              <span className={styles.goingCount}>{tally.accepted}</span>
              <span>going</span>
            </div>
          </>
        )}
      </div>
      <div className={styles.legend}>
        {told.map(({ answer, label, color }) => (
          <LegendLine
            key={answer}
            label={answer === "none" && lists ? `${label} (by name)` : label}
            color={color}
            count={tally[answer]}
          />
        ))}
      </div>
    </div>
  );
}

function LegendLine(props: { label: string; color: string; count: number }) {
  const styles = useStyles();
  return (
    <>
      <span
        className={styles.swatch}
        style={{ backgroundColor: props.color }}
      />
      <span className={styles.count}>{props.count}</span>
      <span>{props.label}</span>
    </>
  );
}
