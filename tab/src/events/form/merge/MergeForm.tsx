import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { LastChange } from "../../../../../bot/contract/events.ts";
import { Section } from "../../../layout/Section.tsx";
import { useReader } from "../../../teams/reader.ts";
import type { SettledDraft } from "../event-draft.ts";
import { fieldLabels } from "../field-words.ts";
import {
  mergeChoices,
  mergeDrafts,
  type MergeChoice,
  type MergeField,
  type Side,
  type Versions,
} from "./merge-drafts.ts";
import {
  conflictSentence,
  setSentences,
  sideLabel,
  theirName,
} from "./merge-words.ts";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    maxWidth: "680px",
  },
  label: { overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  sentences: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: "anywhere",
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
});

type Chosen = Partial<Record<MergeField, Side>>;

const groupId = (field: MergeField) => `merge-${field}`;

/** Two leads changed one event: the second sees where the two differ, and chooses. */
export function MergeForm(props: {
  versions: Versions;
  /** Of the other one's. */
  change: LastChange | null;
  channelName: (id: string) => string;
  groupName: (id: string) => string;
  onMerged: (draft: SettledDraft) => void;
  /** Goes on with the other one's alone. */
  onDropMine: () => void;
}) {
  const styles = useStyles();
  const reader = useReader();
  const { versions } = props;
  const choices = mergeChoices(versions);
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(
      choices.flatMap(({ field, preset }) =>
        preset === null ? [] : [[field, preset]],
      ),
    ),
  );
  const [asked, setAsked] = useState(false);
  const name = theirName(props.change);
  const sets = setSentences(versions, {
    name,
    channelName: props.channelName,
    groupName: props.groupName,
  });

  function goOn(): void {
    setAsked(true);
    const open = choices.find(({ field }) => chosen[field] === undefined);
    if (open === undefined) props.onMerged(mergeDrafts(versions, chosen));
    else
      document
        .querySelector<HTMLInputElement>(`#${groupId(open.field)} input`)
        ?.focus();
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        goOn();
      }}
    >
      <MessageBar intent="warning" layout="multiline" politeness="polite">
        <MessageBarBody>
          <span role="status" dir="auto">
            {conflictSentence(props.change, reader)}
          </span>{" "}
          Nothing of yours is lost. Choose what the event should be; you can
          still change it before it is sent.
        </MessageBarBody>
      </MessageBar>
      {choices.length > 0 && (
        <Section heading="Where the two differ">
          {choices.map((choice) => (
            <ChoiceField
              key={choice.field}
              choice={choice}
              versions={versions}
              name={name}
              side={chosen[choice.field]}
              isMissing={asked && chosen[choice.field] === undefined}
              onChoose={(side) =>
                setChosen((now) => ({ ...now, [choice.field]: side }))
              }
            />
          ))}
        </Section>
      )}
      {sets.length > 0 && (
        <Section heading="Taken over from both">
          <ul className={styles.sentences}>
            {sets.map((sentence) => (
              <li key={sentence} dir="auto">
                {sentence}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">
          Go on with this
        </Button>
        <Button onClick={props.onDropMine}>Drop my changes</Button>
      </div>
    </form>
  );
}

function ChoiceField(props: {
  choice: MergeChoice;
  versions: Versions;
  name: string;
  side: Side | undefined;
  isMissing: boolean;
  onChoose: (side: Side) => void;
}) {
  const styles = useStyles();
  const { locale } = useReader();
  const { field, preset } = props.choice;
  const hints = {
    mine: "Only you changed this.",
    theirs: `Only the other change touches this.`,
  };
  return (
    <Field
      label={fieldLabels[field]}
      hint={preset === null ? "Both of you changed this." : hints[preset]}
      required={preset === null}
      {...(props.isMissing
        ? { validationMessage: "Choose one of the two." }
        : {})}
    >
      <RadioGroup
        id={groupId(field)}
        value={props.side ?? ""}
        onChange={(_, { value }) =>
          props.onChoose(value === "mine" ? "mine" : "theirs")
        }
      >
        {(["mine", "theirs"] as const).map((side) => (
          <Radio
            key={side}
            value={side}
            label={
              <Text className={styles.label} dir="auto">
                {sideLabel(side, { field, locale, ...props })}
              </Text>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
