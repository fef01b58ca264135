import {
  Button,
  Field,
  Input,
  Select,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { maxListSize } from "../../../../bot/contract/event-content.ts";
import { isListSize } from "./check-draft.ts";
import {
  markList,
  resizeList,
  unmarkList,
  type MarkedList,
} from "./event-draft.ts";
import { controlId, type FormPart } from "./form-part.ts";

const useStyles = makeStyles({
  parts: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  list: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "end",
    gap: tokens.spacingHorizontalS,
  },
  size: { flex: "1 1 220px", minWidth: 0, overflowWrap: "anywhere" },
});

const label = "This is a mailing list";
const hint =
  "Mark it, so that it is not counted as one person who does not answer.";
/** More than these nobody looks through. */
const mostChoices = 100;

/** Which of the typed addresses are mailing lists, and how large: the lead says it, the directory is not read. */
export function MailingLists({ draft, errors, onChange }: FormPart) {
  const styles = useStyles();
  const marked = new Set(draft.lists.map(({ address }) => address));
  const others = draft.addresses.filter((address) => !marked.has(address));
  const firstWrong = draft.lists.find(({ about }) => !isListSize(about));
  if (draft.addresses.length === 0) return null;
  return (
    <div className={styles.parts}>
      {others.length > 0 && others.length <= mostChoices && (
        <Field label={label} hint={hint}>
          <Select
            value=""
            onChange={(_, { value }) => onChange((now) => markList(now, value))}
          >
            <option value="">Choose an address</option>
            {others.map((address) => (
              <option key={address} value={address}>
                {address}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {others.length > mostChoices && (
        <TypedList
          others={others}
          onMark={(address) => onChange((now) => markList(now, address))}
        />
      )}
      {draft.lists.map((list) => (
        <ListSize
          key={list.address}
          list={list}
          id={list === (firstWrong ?? draft.lists[0]) ? controlId("lists") : ""}
          error={isListSize(list.about) ? undefined : errors.lists}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

/** Where there are too many to choose from, the address is typed. */
function TypedList(props: {
  others: string[];
  onMark: (address: string) => void;
}) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const [isMissing, setMissing] = useState(false);
  function mark(): void {
    const key = typed.trim().toLowerCase();
    const found = props.others.find((one) => one.toLowerCase() === key);
    setMissing(found === undefined);
    if (found === undefined) return;
    setTyped("");
    props.onMark(found);
  }
  return (
    <div className={styles.list}>
      <Field
        className={styles.size}
        label={label}
        hint={hint}
        {...(isMissing && {
          validationMessage:
            "This address is not among those that you added. Write it as it stands there.",
        })}
      >
        <Input
          value={typed}
          inputMode="email"
          autoComplete="off"
          placeholder="list@company.com"
          onChange={(_, { value }) => {
            setTyped(value);
            setMissing(false);
          }}
          onKeyDown={(key) => {
            if (key.key !== "Enter") return;
            key.preventDefault();
            mark();
          }}
        />
      </Field>
      <Button onClick={mark}>Mark it</Button>
    </div>
  );
}

function ListSize(props: {
  list: MarkedList;
  id: string;
  error: string | undefined;
  onChange: FormPart["onChange"];
}) {
  const styles = useStyles();
  const { id, error, onChange } = props;
  const { address, about } = props.list;
  return (
    <div className={styles.list} role="group" aria-label={address}>
      <Field
        className={styles.size}
        label={`About how many people does ${address} reach?`}
        {...(error === undefined ? {} : { validationMessage: error })}
      >
        <Input
          {...(id === "" ? {} : { id })}
          type="number"
          min={1}
          max={maxListSize}
          value={about}
          onChange={(_, { value }) =>
            onChange((now) => resizeList(now, { address, about: value }))
          }
        />
      </Field>
      <Button onClick={() => onChange((now) => unmarkList(now, address))}>
        Not a mailing list
      </Button>
    </div>
  );
}
