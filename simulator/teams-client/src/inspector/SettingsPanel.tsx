import {
  Caption1,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Switch,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { sentenceOf } from "../api/call.ts";
import type {
  SettingDescription,
  SettingValue,
} from "../api/inspector-shapes.ts";
import { simulator } from "../api/simulator.ts";
import { useLive } from "../api/use-live.ts";
import { Failed, Loading } from "../shell/LoadingState.tsx";
import { ResetWorld } from "./ResetWorld.tsx";

const useStyles = makeStyles({
  panel: {
    padding: tokens.spacingHorizontalL,
    display: "grid",
    gap: tokens.spacingVerticalL,
    maxWidth: "760px",
  },
  setting: { display: "grid", gap: tokens.spacingVerticalXXS },
  source: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

/** The switches: what Microsoft 365 may do in more ways than one, and states to try. */
export function SettingsPanel() {
  const styles = useStyles();
  const [refusal, setRefusal] = useState<string>();
  const { loaded, reload } = useLive(
    "settings",
    async (signal) => ({
      values: await simulator.settings(signal),
      schema: await simulator.settingsSchema(signal),
    }),
    ["settings"],
  );
  if (loaded.status === "loading") return <Loading label="Reading settings" />;
  if (loaded.status === "failed")
    return <Failed message={loaded.message} onRetry={reload} />;
  const { values, schema } = loaded.value;
  const set = (name: string, value: SettingValue) => {
    setRefusal(undefined);
    simulator
      .changeSetting(name, value)
      .then(reload, (error: unknown) => setRefusal(sentenceOf(error)));
  };
  return (
    <div className={styles.panel}>
      <Text>
        Each switch changes how this Microsoft 365 behaves from now on.
      </Text>
      {refusal && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      {schema.map((setting) => (
        <div key={setting.name} className={styles.setting}>
          <Setting
            setting={setting}
            value={values[setting.name]}
            onChange={(value) => set(setting.name, value)}
          />
          <Caption1 className={styles.source}>
            Source: {setting.source}
          </Caption1>
        </div>
      ))}
      <ResetWorld />
    </div>
  );
}

function Setting(props: {
  setting: SettingDescription;
  value: SettingValue | undefined;
  onChange: (value: SettingValue) => void;
}) {
  const { setting, value, onChange } = props;
  const { name, values } = setting;
  const description = <WithCode text={setting.description} />;
  if (typeof value === "boolean")
    return (
      <Field hint={description}>
        <Switch
          label={name}
          checked={value}
          onChange={(_, { checked }) => onChange(checked)}
        />
      </Field>
    );
  if (values.length > 0)
    return (
      <Field label={name} hint={description}>
        <Select
          value={String(value)}
          onChange={(_, data) => {
            const chosen = values.find((each) => String(each) === data.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {values.map((each) => (
            <option key={String(each)}>{String(each)}</option>
          ))}
        </Select>
      </Field>
    );
  return (
    <Field label={name} hint={description}>
      <Input
        key={String(value)}
        defaultValue={String(value ?? "")}
        type={typeof value === "number" ? "number" : "text"}
        onBlur={({ target }) => {
          if (target.value !== String(value ?? ""))
            onChange(
              typeof value === "number" ? Number(target.value) : target.value,
            );
        }}
      />
    </Field>
  );
}

/** A sentence with what stands between backticks as code. */
function WithCode({ text }: { text: string }) {
  return text
    .split("`")
    .map((part, index) =>
      index % 2 === 1 ? <code key={index}>{part}</code> : part,
    );
}
