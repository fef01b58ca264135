import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type { AudienceSettingsView } from "../../../bot/contract/audiences.ts";
import { asApiError } from "../api-client/api-error.ts";
import { useApi } from "../api-client/api.ts";
import { useSending } from "../api-client/use-sending.ts";
import { Failure } from "../layout/Failure.tsx";
import { Section } from "../layout/Section.tsx";
import { changeAudienceSettings } from "./audience-requests.ts";
import {
  checkRules,
  rulesDraftOf,
  rulesFieldOf,
  rulesFields,
  wantedRulesOf,
  type RulesErrors,
} from "./rules-draft.ts";
import { rulesControlId } from "./rules-control-id.ts";
import { OutsideFields } from "./OutsideFields.tsx";
import { SizeFields } from "./SizeFields.tsx";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
});

/** The rules that hold for everybody's events. */
export function RulesPart(props: {
  settings: AudienceSettingsView;
  onSettings: (settings: AudienceSettingsView) => void;
  onReload: () => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const { settings } = props;
  const [draft, setDraft] = useState(() => rulesDraftOf(settings));
  const [errors, setErrors] = useState<RulesErrors>({});
  const [saved, setSaved] = useState(false);
  const { sending, failure, send } = useSending();
  const part = {
    draft,
    errors,
    onChange: (change: Partial<typeof draft>) => {
      setDraft((now) => ({ ...now, ...change }));
      setErrors({});
      setSaved(false);
    },
  };

  function refuse(found: RulesErrors): void {
    setErrors(found);
    const wrong = rulesFields.find((field) => found[field] !== undefined);
    if (wrong) document.getElementById(rulesControlId(wrong))?.focus();
  }

  async function store(): Promise<void> {
    const { version } = settings;
    try {
      const body = wantedRulesOf(draft);
      const stored = await changeAudienceSettings(api, { version, body });
      setDraft(rulesDraftOf(stored));
      props.onSettings(stored);
      setSaved(true);
    } catch (error) {
      const { field, message } = asApiError(error);
      const formField = field === null ? null : rulesFieldOf(field);
      if (formField === null) throw error;
      refuse({ [formField]: message });
    }
  }

  function save(submit: SubmitEvent): void {
    submit.preventDefault();
    setSaved(false);
    const found = checkRules(draft);
    refuse(found);
    if (Object.keys(found).length === 0) send(store);
  }

  return (
    <form className={styles.form} noValidate onSubmit={save}>
      <Section heading="People outside your company">
        <OutsideFields {...part} settings={settings} />
      </Section>
      <Section heading="Sizes">
        <SizeFields {...part} />
      </Section>
      {failure && (
        <Failure
          error={failure}
          {...(failure.status === 412
            ? { onRetry: props.onReload, retryLabel: "Load the newest" }
            : {})}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          Save
        </Button>
        <Text role="status">{saved ? "Saved." : ""}</Text>
      </div>
    </form>
  );
}
