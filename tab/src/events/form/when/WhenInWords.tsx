import {
  Button,
  Field,
  Input,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Chrono } from "chrono-node";
import { useEffect, useRef, useState } from "react";
import { useReader } from "../../../teams/reader.ts";
import { wallClock } from "../../../time/wall-clock.ts";
import { draftTime } from "../draft-summary.ts";
import type { EventDraft } from "../event-draft.ts";
import { whenOnline } from "../../../layout/when-online.ts";
import { loadParsers } from "./load-parsers.ts";
import {
  isPast,
  readWhen,
  type ReadWhen,
  type WhenParts,
} from "./read-when.ts";

const useStyles = makeStyles({
  read: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    ":empty": { display: "none" },
  },
  ways: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
  way: { whiteSpace: "normal", textAlign: "left" },
});

/**
 * Start and end as people say them. What was understood is shown at once, in the event's zone, and nothing is taken
 * over before it is chosen.
 */
export function WhenInWords(props: {
  id: string;
  draft: EventDraft;
  error: string | undefined;
  onType: (text: string) => void;
  onChoose: (when: WhenParts) => void;
}) {
  const styles = useStyles();
  const { locale } = useReader();
  const { draft, error } = props;
  const text = draft.typedWhen;
  const [wantsParsers, setWantsParsers] = useState(text !== "");
  const [parsers, setParsers] = useState<Chrono[] | null>(null);
  const [taken, setTaken] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const waysPlace = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where they cannot be loaded, the plain fields are there all the same.
    if (!wantsParsers) return;
    whenOnline()
      .then(() => loadParsers(locale))
      .then(setParsers, () => undefined);
  }, [wantsParsers, locale]);
  const now = wallClock(new Date(), draft.timeZone);
  const read: ReadWhen | null =
    parsers === null || text.trim() === ""
      ? null
      : readWhen(text, {
          draft,
          now,
          parsers,
          hasTwelveHours: isTwelveHours(locale),
        });
  const ways = read?.ways ?? [];
  const tell = (way: WhenParts) => draftTime({ ...draft, ...way }, locale);
  const choose = (way: WhenParts) => {
    props.onChoose(way);
    setTaken(`Taken over: ${tell(way)}.`);
    input.current?.focus();
  };
  return (
    <>
      <Field
        label="In words"
        {...(error === undefined ? {} : { validationMessage: error })}
      >
        <Input
          id={props.id}
          value={text}
          placeholder="next Tuesday 3pm"
          input={{ ref: input, dir: "auto" }}
          onFocus={() => setWantsParsers(true)}
          onChange={(_, { value }) => {
            props.onType(value);
            setTaken("");
          }}
          onKeyDown={(press) => {
            if (press.key !== "Enter" || text.trim() === "") return;
            // The form is not to be sent by it.
            press.preventDefault();
            const [only] = ways;
            if (only && ways.length === 1 && read?.rest === "") choose(only);
            else waysPlace.current?.querySelector("button")?.focus();
          }}
        />
      </Field>
      <div role="status" className={styles.read}>
        {read && <Text>{readSentence(read, { text, tell, now })}</Text>}
        {text === "" && taken !== "" && <Text>{taken}</Text>}
      </div>
      {ways.length > 0 && (
        <div
          ref={waysPlace}
          role="group"
          aria-label="What was understood"
          className={styles.ways}
        >
          {ways.map((way) => (
            <Button
              key={JSON.stringify(way)}
              className={styles.way}
              onClick={() => choose(way)}
            >
              {ways.length === 1
                ? "Use this time"
                : `${tell(way)}${isPast(way, now) ? " (past)" : ""}`}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function readSentence(
  { ways, rest }: ReadWhen,
  given: { text: string; tell: (way: WhenParts) => string; now: string },
): string {
  const [first] = ways;
  if (!first) {
    const what = rest === given.text.trim() ? "Not" : `“${rest}” was not`;
    return `${what} understood. Write it like “next Tuesday 3pm” or “3.12. 15:00–16:30”, or use the fields below.`;
  }
  const left = rest === "" ? "" : ` “${rest}” was not understood.`;
  if (ways.length > 1)
    return `This can be meant in ${ways.length} ways.${left} Choose one.`;
  const past = isPast(first, given.now) ? " That is past." : "";
  return `Understood: ${given.tell(first)}.${past}${left}`;
}

function isTwelveHours(locale: string): boolean {
  return (
    new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions()
      .hour12 === true
  );
}
