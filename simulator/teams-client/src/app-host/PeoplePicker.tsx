import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  SearchBox,
  Tag,
  TagGroup,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Person } from "../api/shapes.ts";
import { simulator } from "../api/simulator.ts";
import { useLive } from "../api/use-live.ts";
import { useWorld } from "../api/world.tsx";
import type { TabPlace } from "./host-context.ts";
import { offeredIds, type PickerInputs } from "./select-people.ts";

const useStyles = makeStyles({
  content: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalL,
  },
  chosen: { flexWrap: "wrap", rowGap: tokens.spacingVerticalXS },
  people: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    maxHeight: "min(40vh, 320px)",
    overflowY: "auto",
  },
});

/** Teams' own dialog in which people are searched and chosen for an app. */
export function PeoplePicker(props: {
  inputs: PickerInputs;
  place: TabPlace;
  /** Null: the picker was closed. */
  onPicked: (people: Person[] | null) => void;
}) {
  const styles = useStyles();
  const world = useWorld();
  const { inputs, place } = props;
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<Person[]>(() =>
    world.people.filter(({ id }) => inputs.setSelected.includes(id)),
  );
  const { loaded } = useLive(
    `picked people ${search}`,
    async (signal) =>
      search === "" ? world.people : simulator.searchPeople(search, signal),
    [],
  );
  const offered = offeredIds(place, inputs);
  const found = (loaded.status === "ready" ? loaded.value : []).filter(
    ({ id }) => offered === null || offered.has(id),
  );
  const isChosen = ({ id }: Person) => chosen.some((one) => one.id === id);

  function choose(person: Person, isNow: boolean): void {
    const others = chosen.filter(({ id }) => id !== person.id);
    const kept = inputs.singleSelect ? [] : others;
    setChosen(isNow ? [...kept, person] : others);
  }

  return (
    <Dialog open onOpenChange={() => props.onPicked(null)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{inputs.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <SearchBox
              aria-label="Search people"
              placeholder="Search people"
              value={search}
              onChange={(_, { value }) => setSearch(value)}
            />
            {chosen.length > 0 && (
              <TagGroup
                className={styles.chosen}
                aria-label="Chosen people"
                size="small"
                onDismiss={(_, { value }) =>
                  setChosen(chosen.filter(({ id }) => id !== value))
                }
              >
                {chosen.map((person) => (
                  <Tag
                    key={person.id}
                    value={person.id}
                    dismissible
                    dismissIcon={{ "aria-label": "Remove" }}
                  >
                    {person.displayName}
                  </Tag>
                ))}
              </TagGroup>
            )}
            <ul className={styles.people} aria-label="People">
              {found.map((person) => (
                <li key={person.id}>
                  <Checkbox
                    label={person.displayName}
                    checked={isChosen(person)}
                    onChange={(_, { checked }) =>
                      choose(person, checked === true)
                    }
                  />
                </li>
              ))}
            </ul>
            {loaded.status === "ready" && found.length === 0 && (
              <Text role="status">Nobody here has such a name.</Text>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => props.onPicked(null)}>Cancel</Button>
            <Button
              appearance="primary"
              disabledFocusable={chosen.length === 0}
              onClick={() => props.onPicked(chosen)}
            >
              Done
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
