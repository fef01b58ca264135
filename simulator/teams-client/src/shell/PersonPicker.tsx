import {
  Caption1Strong,
  SearchBox,
  Text,
  makeStyles,
  tokens,
  useId,
} from "@fluentui/react-components";
import { useRef, useState, type KeyboardEvent } from "react";
import type { Person } from "../api/shapes.ts";
import { simulator } from "../api/simulator.ts";
import { useLive } from "../api/use-live.ts";
import { useWorld } from "../api/world.tsx";
import { PersonButton } from "./PersonButton.tsx";
import { groupByRole, roleHeadings } from "./roles.ts";

const useStyles = makeStyles({
  picker: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  list: { maxHeight: "min(60vh, 480px)", overflowY: "auto" },
  heading: {
    display: "block",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS}`,
    color: tokens.colorNeutralForeground3,
  },
  people: { listStyleType: "none", margin: 0, padding: 0 },
});

/** Search and groups of people; the arrow keys walk through them. */
export function PersonPicker(props: {
  current: Person | undefined;
  onChoose: (upn: string) => void;
}) {
  const styles = useStyles();
  const id = useId("people");
  const world = useWorld();
  const [search, setSearch] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const { loaded } = useLive(
    `people ${search}`,
    async (signal) =>
      search === "" ? world.people : simulator.searchPeople(search, signal),
    [],
  );
  const people = loaded.status === "ready" ? loaded.value : [];

  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };

  return (
    // The arrow keys are a convenience on top of the buttons' own keyboard use.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.picker} onKeyDown={walk}>
      <SearchBox
        aria-label="Search people"
        placeholder="Search people"
        value={search}
        onChange={(_, data) => setSearch(data.value)}
        onKeyDown={(event) => {
          const first = people[0];
          if (event.key === "Enter" && first) props.onChoose(first.upn);
        }}
      />
      <div ref={list} className={styles.list}>
        {groupByRole(people, world).map((group) => (
          <section key={group.role} aria-labelledby={id + group.role}>
            <Caption1Strong id={id + group.role} className={styles.heading}>
              {roleHeadings[group.role]}
            </Caption1Strong>
            <ul className={styles.people}>
              {group.people.map((person) => (
                <li key={person.id}>
                  <PersonButton
                    person={person}
                    isCurrent={person.id === props.current?.id}
                    onChoose={props.onChoose}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {loaded.status === "ready" && people.length === 0 && (
          <Text role="status">Nobody here has such a name.</Text>
        )}
        {loaded.status === "failed" && (
          <Text role="alert">{loaded.message}</Text>
        )}
      </div>
    </div>
  );
}
