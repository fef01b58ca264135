import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Suspense, useId, useState, useSyncExternalStore } from "react";
import { LoadingLines } from "../../../layout/LoadingLines.tsx";
import { Section } from "../../../layout/Section.tsx";
import type { SettledDraft } from "../event-draft.ts";
import { latePart } from "../../../layout/late-part.tsx";

const PreviewPane = latePart(
  async () => (await import("./PreviewPane.tsx")).PreviewPane,
);

/** From this width of the tab on there is room for the preview beside the form, in CSS pixels. */
export const besideFrom = 1240;

const wide = `(min-width: ${besideFrom}px)`;

const useStyles = makeStyles({
  pane: {
    minWidth: 0,
    [`@media ${wide}`]: {
      position: "sticky",
      top: tokens.spacingVerticalL,
      maxHeight: "calc(100vh - 32px)",
      overflowY: "auto",
      boxSizing: "border-box",
    },
  },
  content: { marginTop: tokens.spacingVerticalM },
});

/** The preview: beside the form where there is room, else behind a button. It is loaded once it is to be seen. */
export function FormPreview(props: {
  draft: SettledDraft;
  eventId: string | null;
}) {
  const styles = useStyles();
  const isBeside = useMedia(wide);
  const [isOpen, setOpen] = useState(false);
  const contentId = useId();
  const pane = (
    <Suspense
      fallback={
        <LoadingLines label="Loading the preview" count={2} size={72} />
      }
    >
      <PreviewPane {...props} />
    </Suspense>
  );
  if (isBeside)
    return (
      <div className={styles.pane}>
        <Section heading="Preview">{pane}</Section>
      </div>
    );
  return (
    <div className={styles.pane}>
      <Button
        aria-expanded={isOpen}
        aria-controls={contentId}
        onClick={() => setOpen((now) => !now)}
      >
        {isOpen ? "Hide preview" : "Show preview"}
      </Button>
      <div id={contentId} className={styles.content}>
        {isOpen && <Section heading="Preview">{pane}</Section>}
      </div>
    </div>
  );
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
  );
}
