import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Textarea,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useEffectEvent, useState } from "react";
import type {
  EventDetail,
  MailPreview,
} from "../../../../bot/contract/events.ts";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { createRepeatKey } from "../../api-client/repeat-key.ts";
import { ButtonLink } from "../../layout/ButtonLink.tsx";
import { Section } from "../../layout/Section.tsx";
import { useReader } from "../../teams/reader.ts";
import { draftSummary } from "./draft-summary.ts";
import { AudienceFields } from "./AudienceFields.tsx";
import type { EventDraft } from "./event-draft.ts";
import { controlId } from "./form-part.ts";
import { ReviewDialog } from "./ReviewDialog.tsx";
import { TextField } from "./TextField.tsx";
import { useEventForm } from "./use-event-form.ts";
import { WhenFields } from "./WhenFields.tsx";
import { WhereFields } from "./WhereFields.tsx";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    maxWidth: "680px",
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
  first: EventDraft;
  /** The event as it is stored; null for a new one. */
  saved: EventDraft | null;
  meetingFixed: boolean;
  groups: GroupSummary[];
  leaveTo: string;
  preview: (draft: EventDraft) => Promise<MailPreview>;
  send: (draft: EventDraft, idempotencyKey: string) => Promise<EventDetail>;
  onSent: (event: EventDetail) => void;
  onOutdated: () => void;
}) {
  const styles = useStyles();
  const { locale } = useReader();
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));
  const form = useEventForm(props);
  const [sent, setSent] = useState<EventDetail | null>(null);
  const leave = useEffectEvent(props.onSent);

  // The dialog goes first and the page after it: Fluent hides the page from screen readers while a dialog is open,
  // and a dialog that leaves together with its page would leave the next one hidden.
  useEffect(() => {
    if (sent !== null) leave(sent);
  }, [sent]);
  const { draft, errors } = form;
  const part = { draft, errors, onChange: form.change };

  async function send(): Promise<void> {
    const sent = await props.send(draft, keyFor(draft)).catch(form.refusedBy);
    form.sent();
    setSent(sent);
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        form.review();
      }}
    >
      {form.wasRestored && (
        <MessageBar>
          <MessageBarBody>This is what you typed before.</MessageBarBody>
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
        <Field
          label="Description"
          {...(errors.description === undefined
            ? {}
            : { validationMessage: errors.description })}
        >
          <Textarea
            id={controlId("description")}
            dir="auto"
            rows={4}
            resize="vertical"
            value={draft.description}
            onChange={(_, { value }) =>
              form.change((now) => ({ ...now, description: value }))
            }
          />
        </Field>
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
          loadPreview={() => props.preview(draft).catch(form.refusedBy)}
          send={send}
          onClose={form.backToForm}
          onOutdated={props.onOutdated}
        />
      )}
    </form>
  );
}
