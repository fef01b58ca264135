import { Field, Switch } from "@fluentui/react-components";
import { controlId, type FormPart } from "./form-part.ts";
import { TextField } from "./TextField.tsx";

export function WhereFields({
  draft,
  errors,
  onChange,
  meetingFixed,
}: FormPart & {
  /** True once invitations are out: Outlook takes no change of it any more (Graph: update event). */
  meetingFixed: boolean;
}) {
  return (
    <>
      <Field
        {...(errors.isOnline === undefined
          ? {}
          : { validationMessage: errors.isOnline })}
        hint={
          meetingFixed
            ? "The invitations are out, so this stays as it is. To change it, cancel the event and schedule a new one."
            : "Everybody invited gets a link to join."
        }
      >
        <Switch
          id={controlId("isOnline")}
          label="Teams meeting"
          checked={draft.isOnline}
          disabled={meetingFixed}
          onChange={(_, { checked }) =>
            onChange((now) => ({ ...now, isOnline: checked }))
          }
        />
      </Field>
      <TextField
        id={controlId("location")}
        label="Location"
        placeholder="Room or place, if there is one"
        value={draft.location}
        error={errors.location}
        onChange={(location) => onChange((now) => ({ ...now, location }))}
      />
    </>
  );
}
