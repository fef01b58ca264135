import {
  Badge,
  Caption1,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { EventSummary } from "../../../../bot/contract/events.ts";
import { TextLink } from "../../layout/TextLink.tsx";
import { useReader } from "../../teams/reader.ts";
import { whenHereAndThere } from "../../time/when-sentence.ts";
import { listOf } from "../mail-words.ts";
import { answerLabel, tallyInShort } from "../answer-words.ts";
import { statusLabel } from "../status-words.ts";
import { DateBlock } from "./DateBlock.tsx";

const useStyles = makeStyles({
  row: {
    position: "relative",
    display: "flex",
    gap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  facts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    flexGrow: 1,
  },
  title: { margin: 0, fontSize: "inherit", overflowWrap: "anywhere" },
  link: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    // The whole row opens the event, by mouse and finger.
    "::after": { content: '""', position: "absolute", inset: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  badges: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
});

export function EventRow(props: { event: EventSummary }) {
  const styles = useStyles();
  const reader = useReader();
  const { event } = props;
  const { here, there } = whenHereAndThere(event, reader);
  return (
    <li className={styles.row}>
      <DateBlock event={event} />
      <div className={styles.facts}>
        <h2 className={styles.title} dir="auto">
          <TextLink to={`/events/${event.id}`} className={styles.link}>
            {event.title}
          </TextLink>
        </h2>
        <Text>{there === null ? here : `${here} · ${there}`}</Text>
        <Caption1 className={styles.quiet}>{placeLine(event)}</Caption1>
        <RowBadges event={event} />
      </div>
    </li>
  );
}

function placeLine(event: EventSummary): string {
  const hosts = [event.groupName, ...event.coHosts.map(({ name }) => name)];
  const parts = [listOf(hosts), event.location];
  if (event.isOnline) parts.push("Teams meeting");
  return parts.filter((part) => part !== "").join(" · ");
}

function RowBadges({ event }: { event: EventSummary }) {
  const styles = useStyles();
  const status = statusLabel(event.status);
  return (
    <div className={styles.badges}>
      {status && (
        <Badge
          appearance="tint"
          color={event.status === "failed" ? "danger" : "warning"}
        >
          {status}
        </Badge>
      )}
      <Badge appearance="outline" color="informative">
        {tallyInShort(event.tally)}
      </Badge>
      {event.myAnswer !== null && event.status !== "cancelled" && (
        <Badge appearance="tint" color={answerColor(event.myAnswer)}>
          {event.myAnswer === "none"
            ? "Your answer is open"
            : `You: ${answerLabel(event.myAnswer)}`}
        </Badge>
      )}
    </div>
  );
}

function answerColor(answer: NonNullable<EventSummary["myAnswer"]>) {
  if (answer === "accepted") return "success";
  return answer === "none" ? "brand" : "informative";
}
