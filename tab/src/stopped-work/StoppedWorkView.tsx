import {
  Button,
  makeStyles,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useRef } from "react";
import type {
  StoppedWork,
  StoppedWorkList,
} from "../../../bot/contract/stopped-work.ts";
import { useApi } from "../api-client/api.ts";
import { useSending } from "../api-client/use-sending.ts";
import { Failure } from "../layout/Failure.tsx";
import { Section } from "../layout/Section.tsx";
import { StoppedItem } from "./StoppedItem.tsx";
import { forget, tryAgain, tryAllAgain } from "./stopped-work-requests.ts";
import { countSentence } from "./stopped-words.ts";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  count: { ...typographyStyles.body1, margin: 0, outlineStyle: "none" },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  list: {
    display: "flex",
    flexDirection: "column",
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
});

/** The list, with what can be done about each entry and about all of them. */
export function StoppedWorkView(props: {
  work: readonly StoppedWork[];
  onReload: () => void;
  onList: (list: StoppedWorkList) => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const { work, onList } = props;
  const { sending, failure, send } = useSending();
  const count = useRef<HTMLParagraphElement>(null);
  const change = (make: () => Promise<StoppedWorkList>) =>
    send(async () => {
      onList(await make());
      // The button that was pressed may be gone.
      count.current?.focus();
    });
  const canRetry = work.some((each) => each.canRetry);
  return (
    <Section heading="What was given up">
      <div className={styles.head}>
        <p role="status" ref={count} tabIndex={-1} className={styles.count}>
          {countSentence(work)}
        </p>
        <div className={styles.actions}>
          {canRetry && (
            <Button
              appearance="primary"
              disabledFocusable={sending}
              onClick={() => change(() => tryAllAgain(api))}
            >
              Try all again
            </Button>
          )}
          <Button onClick={props.onReload}>Reload</Button>
        </div>
      </div>
      {failure && <Failure error={failure} />}
      {work.length > 0 && (
        <ul className={styles.list} aria-label="Stopped work">
          {work.map((each) => (
            <StoppedItem
              key={each.id}
              work={each}
              sending={sending}
              onRetry={() => change(() => tryAgain(api, each.id))}
              onForget={() => change(() => forget(api, each.id))}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
