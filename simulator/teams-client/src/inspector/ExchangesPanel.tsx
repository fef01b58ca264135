import {
  SearchBox,
  Select,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import type { Service } from "../api/inspector-shapes.ts";
import { Failed, Loading } from "../shell/LoadingState.tsx";
import { useAddress } from "../shell/use-address.ts";
import { ExchangeDetail } from "./ExchangeDetail.tsx";
import { ExchangeList } from "./ExchangeList.tsx";
import { filterExchanges } from "./filter-exchanges.ts";
import { serviceNames, services } from "./services.ts";
import { useExchanges } from "./use-exchanges.ts";

const useStyles = makeStyles({
  panel: {
    height: "100%",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    "@media (max-width: 900px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  alone: { gridTemplateColumns: "minmax(0, 1fr)" },
  left: {
    minHeight: 0,
    display: "grid",
    gridTemplateRows: "auto minmax(0, 1fr)",
  },
  filters: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
  },
  search: { flexGrow: 1, minWidth: "160px", maxWidth: "480px" },
  list: { minHeight: 0, overflow: "auto" },
  hiddenBehindDetail: { "@media (max-width: 900px)": { display: "none" } },
});

export function ExchangesPanel() {
  const styles = useStyles();
  const { query, change } = useAddress();
  const [service, setService] = useState<Service | "all">("all");
  const [text, setText] = useState("");
  const searched = useDeferredValue(text);
  const loaded = useExchanges();
  if (loaded.status === "loading")
    return <Loading label="Reading the exchanges" />;
  if (loaded.status === "failed") return <Failed message={loaded.message} />;

  const shown = filterExchanges(loaded.value, { service, text: searched });
  const openNumber = Number(query.get("exchange"));
  const open = loaded.value.find(({ n }) => n === openNumber);
  const select = (n: number) => change({ exchange: String(n) });

  return (
    <div className={mergeClasses(styles.panel, !open && styles.alone)}>
      <div
        className={mergeClasses(styles.left, open && styles.hiddenBehindDetail)}
      >
        <div className={styles.filters} role="search">
          <Select
            aria-label="Service"
            value={service}
            onChange={(_, { value }) =>
              setService(services.find((name) => name === value) ?? "all")
            }
          >
            <option value="all">All services</option>
            {services.map((name) => (
              <option key={name} value={name}>
                {serviceNames[name]}
              </option>
            ))}
          </Select>
          <SearchBox
            className={styles.search}
            aria-label="Filter exchanges"
            placeholder="Filter by address, status or content"
            value={text}
            onChange={(_, data) => setText(data.value)}
          />
          <Text role="status">
            {String(shown.length)} of {String(loaded.value.length)}
          </Text>
        </div>
        <div className={styles.list}>
          <ExchangeList
            exchanges={shown}
            openNumber={open?.n}
            onOpen={select}
          />
        </div>
      </div>
      {open && (
        <ExchangeDetail
          exchange={open}
          onClose={() => change({ exchange: null })}
        />
      )}
    </div>
  );
}
