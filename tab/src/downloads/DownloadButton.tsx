import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type JSX, type ReactNode } from "react";
import { useSending } from "../api-client/use-sending.ts";
import { Failure } from "../layout/Failure.tsx";
import type { LoadedFile } from "./load-file.ts";
import { saveFile } from "./save-file.ts";

const useStyles = makeStyles({
  part: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
  said: { maxWidth: "70ch" },
});

/** Fetches a file and hands it to the browser's downloads, and says so. */
export function DownloadButton(props: {
  label: string;
  icon: JSX.Element;
  load: () => Promise<LoadedFile>;
  /** Said while it is fetched; empty for what is small. */
  busy: string;
  /** Said afterwards: where it is, and what to do where it is not. */
  done: string;
  onDownloaded?: () => void;
  /** What there is to know of it. */
  children?: ReactNode;
}) {
  const styles = useStyles();
  const [isDone, setDone] = useState(false);
  const { sending, failure, send } = useSending();

  async function download(): Promise<void> {
    setDone(false);
    saveFile(await props.load());
    setDone(true);
    props.onDownloaded?.();
  }

  return (
    <div className={styles.part}>
      <Button
        icon={props.icon}
        disabledFocusable={sending}
        onClick={() => send(download)}
      >
        {props.label}
      </Button>
      {failure && <Failure error={failure} />}
      <Text block role="status" className={styles.said}>
        {sending ? props.busy : isDone ? props.done : ""}
      </Text>
      {props.children}
    </div>
  );
}
