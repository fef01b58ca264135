import {
  Button,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Dismiss20Regular } from "@fluentui/react-icons";
import type { Exchange } from "../api/inspector-shapes.ts";
import { pretty } from "./filter-exchanges.ts";
import { serviceNames } from "./services.ts";
import { StatusBadge } from "./StatusBadge.tsx";

const useStyles = makeStyles({
  detail: {
    minHeight: 0,
    overflow: "auto",
    padding: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalM,
  },
  title: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyMonospace,
  },
  code: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  heading: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground3 },
});

export function ExchangeDetail(props: {
  exchange: Exchange;
  onClose: () => void;
}) {
  const styles = useStyles();
  const { exchange } = props;
  return (
    <article
      className={styles.detail}
      aria-label={`Exchange ${String(exchange.n)}`}
    >
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {exchange.method} {exchange.url}
        </Subtitle2>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label="Close the exchange"
          onClick={props.onClose}
        />
      </div>
      <Text>
        {serviceNames[exchange.service]} ·{" "}
        {exchange.direction === "in"
          ? "the app calls Microsoft"
          : "Microsoft calls the app"}{" "}
        · <StatusBadge status={exchange.status} /> ·{" "}
        {String(Math.round(exchange.durationMs))} ms ·{" "}
        {new Date(exchange.at).toLocaleString()}
      </Text>
      <Part
        title="Request"
        headers={exchange.requestHeaders}
        body={exchange.requestBody}
      />
      <Part
        title="Response"
        headers={exchange.responseHeaders}
        body={exchange.responseBody}
      />
    </article>
  );
}

function Part(props: {
  title: string;
  headers: Exchange["requestHeaders"];
  body: unknown;
}) {
  const styles = useStyles();
  const headers = Object.entries(props.headers ?? {})
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join("\n");
  const body = pretty(props.body);
  return (
    <>
      <Subtitle2 as="h3" className={styles.heading}>
        {props.title}
      </Subtitle2>
      {headers !== "" && (
        <pre className={styles.code} aria-label={`${props.title} headers`}>
          {headers}
        </pre>
      )}
      {body === "" ? (
        <Text className={styles.muted}>No body.</Text>
      ) : (
        <pre className={styles.code} aria-label={`${props.title} body`}>
          {body}
        </pre>
      )}
    </>
  );
}
