import {
  Button,
  Field,
  Input,
  Select,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import type { Fault, Service } from "../api/inspector-shapes.ts";
import { effectsFor } from "./fault-effects.ts";
import { faultSentence } from "./fault-sentence.ts";
import { serviceNames, services } from "./services.ts";

const methods = ["", "GET", "POST", "PATCH", "PUT", "DELETE"];

const useStyles = makeStyles({
  form: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 280px), 1fr))",
  },
  whole: { gridColumn: "1 / -1" },
});

export function NewFault(props: { onAdd: (fault: Omit<Fault, "id">) => void }) {
  const styles = useStyles();
  const [service, setService] = useState<Service>("graph");
  const [method, setMethod] = useState("");
  const [path, setPath] = useState("");
  const [times, setTimes] = useState("1");
  const [label, setLabel] = useState("");
  const effects = effectsFor(service);
  const chosen = effects.find((each) => each.label === label) ?? effects[0];
  if (!chosen) return null;

  const fault: Omit<Fault, "id"> = {
    service,
    ...(method === "" ? {} : { method }),
    ...(path === "" ? {} : { path }),
    times: times === "always" ? null : Number(times),
    effect: chosen.effect,
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    props.onAdd(fault);
  };

  return (
    <form className={styles.form} onSubmit={add}>
      <Field label="Where">
        <Select
          value={service}
          onChange={(_, { value }) =>
            setService(services.find((name) => name === value) ?? "graph")
          }
        >
          {services.map((name) => (
            <option key={name} value={name}>
              {serviceNames[name]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="What happens">
        <Select
          value={chosen.label}
          onChange={(_, { value }) => setLabel(value)}
        >
          {effects.map((each) => (
            <option key={each.label}>{each.label}</option>
          ))}
        </Select>
      </Field>
      <Field label="Method">
        <Select value={method} onChange={(_, { value }) => setMethod(value)}>
          {methods.map((name) => (
            <option key={name} value={name}>
              {name || "any"}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="How often">
        <Select value={times} onChange={(_, { value }) => setTimes(value)}>
          <option value="1">once</option>
          <option value="3">three times</option>
          <option value="always">always</option>
        </Select>
      </Field>
      <Field label="Path (a regular expression)" className={styles.whole}>
        <Input
          value={path}
          placeholder="/me/events"
          onChange={(_, { value }) => setPath(value)}
        />
      </Field>
      <Text className={styles.whole}>{faultSentence(fault)}</Text>
      <div className={styles.whole}>
        <Button type="submit" appearance="primary">
          Add this fault
        </Button>
      </div>
    </form>
  );
}
