import {
  Badge,
  Button,
  Caption1,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { ArrowLeft16Regular, ArrowRight16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Exchange } from "../api/inspector-shapes.ts";
import { pathOfUrl } from "./filter-exchanges.ts";
import { serviceNames } from "./services.ts";
import { StatusBadge } from "./StatusBadge.tsx";

const pageSize = 200;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    width: "100%",
    boxSizing: "border-box",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    border: 0,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: "start",
    cursor: "pointer",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    // In high contrast these backgrounds are bright: muted text must follow.
    ":hover span": { color: "inherit" },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    "& span": { color: "inherit" },
  },
  request: {
    fontFamily: tokens.fontFamilyMonospace,
    flexGrow: 1,
    flexBasis: "140px",
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    "@media (max-width: 640px)": { flexBasis: "100%", order: 1 },
  },
  muted: { color: tokens.colorNeutralForeground3 },
  service: { minWidth: "116px", whiteSpace: "nowrap" },
  duration: { minWidth: "48px", textAlign: "end", whiteSpace: "nowrap" },
  more: { padding: tokens.spacingHorizontalM },
  empty: { padding: tokens.spacingHorizontalL },
});

export function ExchangeList(props: {
  exchanges: readonly Exchange[];
  openNumber: number | undefined;
  onOpen: (n: number) => void;
}) {
  const styles = useStyles();
  const [pages, setPages] = useState(1);
  const shown = props.exchanges.slice(0, pages * pageSize);
  if (props.exchanges.length === 0)
    return (
      <Text block className={mergeClasses(styles.empty, styles.muted)}>
        No exchange yet that fits. They appear here as they happen.
      </Text>
    );
  return (
    <>
      <ul aria-label="Exchanges" className={styles.list}>
        {shown.map((exchange) => (
          <li key={exchange.n}>
            <button
              type="button"
              aria-current={
                exchange.n === props.openNumber ? "true" : undefined
              }
              className={mergeClasses(
                styles.item,
                exchange.n === props.openNumber && styles.open,
              )}
              onClick={() => props.onOpen(exchange.n)}
            >
              <ExchangeLine exchange={exchange} />
            </button>
          </li>
        ))}
      </ul>
      {shown.length < props.exchanges.length && (
        <div className={styles.more}>
          <Button onClick={() => setPages(pages + 1)}>Show older ones</Button>
        </div>
      )}
    </>
  );
}

function ExchangeLine({ exchange }: { exchange: Exchange }) {
  const styles = useStyles();
  const isCall = exchange.direction === "in";
  return (
    <>
      <span
        title={isCall ? "The app calls Microsoft" : "Microsoft calls the app"}
      >
        {isCall ? (
          <ArrowRight16Regular aria-label="The app calls Microsoft" />
        ) : (
          <ArrowLeft16Regular aria-label="Microsoft calls the app" />
        )}
      </span>
      <Badge appearance="tint" color="informative" className={styles.service}>
        {serviceNames[exchange.service]}
      </Badge>
      <span className={styles.request} title={exchange.url}>
        <b>{exchange.method}</b> {pathOfUrl(exchange.url)}
      </span>
      <StatusBadge status={exchange.status} />
      <Caption1 className={mergeClasses(styles.muted, styles.duration)}>
        {String(Math.round(exchange.durationMs))} ms
      </Caption1>
      <Caption1 className={styles.muted}>
        {new Date(exchange.at).toLocaleTimeString()}
      </Caption1>
    </>
  );
}
