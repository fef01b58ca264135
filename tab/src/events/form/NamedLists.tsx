import {
  Caption1,
  Checkbox,
  Field,
  FieldContextProvider,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useId } from "react";
import type { MailingList } from "../../../../bot/contract/audiences.ts";
import {
  listLabel,
  subscribersSentence,
} from "../../audiences/list-sentences.ts";
import type { FormPart } from "./form-part.ts";
import { chooseList, isChosen, leaveList } from "./named-lists.ts";

const useStyles = makeStyles({
  group: { overflowWrap: "anywhere" },
  note: {
    display: "block",
    // Where the label begins.
    marginInlineStart: tokens.spacingHorizontalXXXL,
    paddingInlineStart: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
});

/** The mailing lists that admins named, to be chosen by name. */
export function NamedLists({
  draft,
  onChange,
  lists,
}: FormPart & { lists: MailingList[] }) {
  const styles = useStyles();
  if (lists.length === 0) return null;
  return (
    <Field label="Mailing lists that your administrators named">
      {(group) => (
        <div
          role="group"
          className={styles.group}
          aria-labelledby={group["aria-labelledby"]}
        >
          {/* The label is the group's: without this it would take the place of each list's own. */}
          <FieldContextProvider value={undefined}>
            {lists.map((list) => (
              <NamedList
                key={list.id}
                list={list}
                checked={isChosen(draft, list)}
                onChoose={(chosen) =>
                  onChange((now) =>
                    chosen ? chooseList(now, list) : leaveList(now, list),
                  )
                }
              />
            ))}
          </FieldContextProvider>
        </div>
      )}
    </Field>
  );
}

function NamedList(props: {
  list: MailingList;
  checked: boolean;
  onChoose: (chosen: boolean) => void;
}) {
  const styles = useStyles();
  const noteId = useId();
  const { list, checked, onChoose } = props;
  const note = subscribersSentence(list);
  return (
    <div>
      <Checkbox
        label={listLabel(list)}
        checked={checked}
        {...(note === null ? {} : { "aria-describedby": noteId })}
        onChange={(_, change) => onChoose(change.checked === true)}
      />
      {note !== null && (
        <Caption1 id={noteId} className={styles.note}>
          {note}
        </Caption1>
      )}
    </div>
  );
}
