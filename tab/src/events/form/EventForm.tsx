import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useEffectEvent, useState } from "react";
import type { EventCard } from "../../../../bot/contract/event-cards.ts";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import type {
  MailPreview,
  PreviewNames,
} from "../../../../bot/contract/mail-preview.ts";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { createRepeatKey } from "../../api-client/repeat-key.ts";
import { ButtonLink } from "../../layout/ButtonLink.tsx";
import { Section } from "../../layout/Section.tsx";
import { useReader } from "../../teams/reader.ts";
import { placeSentence } from "../place-words.ts";
import { draftSummary } from "./draft-summary.ts";
import { AudienceFields } from "./AudienceFields.tsx";
import { changedFields } from "./changed-fields.ts";
import { cardSentences } from "./channel-words.ts";
import { ChannelFields } from "./ChannelFields.tsx";
import type { KnownHost } from "./co-hosts.ts";
import type { EventDraft, SettledDraft } from "./event-draft.ts";
import { controlId } from "./form-part.ts";
import { DescriptionField } from "./description/DescriptionField.tsx";
import { FormPreview, besideFrom } from "./preview/FormPreview.tsx";
import { formChoices } from "./form-choices.ts";
import { ReviewDialog } from "./ReviewDialog.tsx";
import { isSameChange } from "./same-change.ts";
import { settleDraft } from "./settle-draft.ts";
import { TextField } from "./TextField.tsx";
import { useEventForm } from "./use-event-form.ts";
import { WhenFields } from "./WhenFields.tsx";
import { WhereFields } from "./WhereFields.tsx";

const useStyles = makeStyles({
  // Where there is room beside the page's column, the preview takes some of it.
  page: {
    display: "grid",
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: "minmax(0, 680px)",
    alignItems: "start",
    [`@media (min-width: ${besideFrom}px)`]: {
      gridTemplateColumns: "minmax(0, 680px) minmax(0, 1fr)",
      // As much to both sides, so that both together stand in the middle.
      marginInline: "calc(-1 * min(120px, (100vw - 960px) / 2 - 24px))",
    },
  },
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    minWidth: 0,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
  },
});

/** The form for a new event and for a change; `preview` and `send` say which. */
export function EventForm(props: {
  /** Under which the unsaved form is kept. */
  form: string;
  /** The version that `saved` is of; null for a new event. */
  version: number | null;
  first: EventDraft;
  /** The event as it is stored; null for a new one. */
  saved: SettledDraft | null;
  /** The cards that stand already. */
  cards: EventCard[];
  meetingFixed: boolean;
  groups: GroupSummary[];
  /** Groups that host it already. */
  hosts: KnownHost[];
  leaveTo: string;
  preview: (draft: SettledDraft, names: PreviewNames) => Promise<MailPreview>;
  send: (draft: SettledDraft, idempotencyKey: string) => Promise<EventDetail>;
  onSent: (event: EventDetail) => void;
  onOutdated: () => void;
}) {
  const styles = useStyles();
  const { locale } = useReader();
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));
  const choicesOf = (draft: EventDraft) => formChoices(draft, props);
  const form = useEventForm({
    ...props,
    settle: (draft) =>
      settleDraft(draft, { ...choicesOf(draft), saved: props.saved }),
  });
  const [sent, setSent] = useState<EventDetail | null>(null);
  const leave = useEffectEvent(props.onSent);

  // The dialog goes first and the page after it: Fluent hides the page from screen readers while a dialog is open,
  // and a dialog that leaves together with its page would leave the next one hidden.
  useEffect(() => {
    if (sent !== null) leave(sent);
  }, [sent]);
  const { draft, errors } = form;
  const part = {
    draft,
    errors,
    eventId: props.version === null ? null : props.form,
    onChange: form.change,
  };
  const { channels, leavingChannels } = choicesOf(draft);
  const cards = cardSentences({
    before: props.saved?.channelIds ?? null,
    after: draft.channelIds,
    channels: [...channels, ...leavingChannels],
  });

  async function send(): Promise<void> {
    const sent = await props.send(draft, keyFor(draft)).catch(form.refusedBy);
    form.sent();
    setSent(sent);
  }

  const fields = (
    <form
      className={styles.form}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        form.review();
      }}
    >
      {form.restoredFrom !== null && (
        <MessageBar politeness="polite">
          <MessageBarBody>
            {form.restoredFrom === "stop"
              ? "Nothing was sent. This is what you were about to send."
              : "This is what you typed before."}
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={form.startOver}>
              Start over
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Section heading="What">
        <TextField
          id={controlId("title")}
          label="Title"
          value={draft.title}
          error={errors.title}
          onChange={(title) => form.change((now) => ({ ...now, title }))}
        />
        <DescriptionField
          value={draft.descriptionHtml}
          error={errors.description}
          onChange={(descriptionHtml) =>
            form.change((now) => ({ ...now, descriptionHtml }))
          }
        />
      </Section>
      <Section heading="When">
        <WhenFields {...part} />
      </Section>
      <Section heading="Where">
        <WhereFields {...part} meetingFixed={props.meetingFixed} />
      </Section>
      <Section heading="Who">
        <AudienceFields
          {...part}
          groups={props.groups}
          groupFixed={props.saved !== null}
          hosts={props.hosts}
        />
      </Section>
      <Section heading="In Teams">
        <ChannelFields
          {...part}
          channels={channels}
          before={props.saved?.channelIds ?? []}
        />
      </Section>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">
          Review and send
        </Button>
        <ButtonLink to={props.leaveTo}>Close without sending</ButtonLink>
      </div>
      {form.reviewing && (
        <ReviewDialog
          title={props.saved ? "Send the changes?" : "Send the invitations?"}
          summary={draftSummary(draft, locale)}
          place={placeSentence({
            location: draft.location,
            hasMeeting: draft.isOnline,
          })}
          changed={
            props.saved === null
              ? []
              : changedFields({ before: props.saved, after: draft, locale })
          }
          cards={cards}
          isUnchanged={props.saved !== null && isSameChange(draft, props.saved)}
          loadPreview={(names) =>
            props.preview(draft, names).catch(form.refusedBy)
          }
          send={send}
          onClose={form.backToForm}
          onOutdated={props.onOutdated}
        />
      )}
    </form>
  );
  return (
    <div className={styles.page}>
      {fields}
      <FormPreview draft={draft} eventId={part.eventId} />
    </div>
  );
}
