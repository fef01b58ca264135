import {
  Button,
  Text,
  makeStyles,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import type {
  MailingList,
  MailingLists,
} from "../../../bot/contract/audiences.ts";
import { Section } from "../layout/Section.tsx";
import { ListDialog } from "./ListDialog.tsx";
import { listCountSentence } from "./list-sentences.ts";
import { NamedListItem } from "./NamedListItem.tsx";
import { RemoveListDialog } from "./RemoveListDialog.tsx";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  count: { ...typographyStyles.body1, margin: 0, outlineStyle: "none" },
  notes: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  list: {
    display: "flex",
    flexDirection: "column",
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
});

/** Which dialog is open: about a new list, about one that is changed, or about one that is removed. */
type Asking =
  { about: "new" } | { about: "change" | "remove"; list: MailingList } | null;

/** The mailing lists that leads can choose, and what an admin should know before naming one. */
export function NamedListsPart(props: {
  lists: MailingList[];
  onLists: (lists: MailingLists) => void;
  onReload: () => void;
}) {
  const styles = useStyles();
  const { lists } = props;
  const [asking, setAsking] = useState<Asking>(null);
  const count = useRef<HTMLParagraphElement>(null);
  const close = () => setAsking(null);
  const take = (stored: MailingLists) => {
    setAsking(null);
    props.onLists(stored);
    // The button that opened the dialog may be gone.
    count.current?.focus();
  };
  return (
    <Section heading="Mailing lists that leads can choose">
      <Text>
        Distribution lists and mail-enabled security groups that you name here
        stand in the form for events. The directory is not read: ERG Events
        believes what you write.
      </Text>
      <ul className={styles.notes}>
        <li>
          <Text>
            A list is one mail and one recipient of the service account’s daily
            limit, however many people it reaches.
          </Text>
        </li>
        <li>
          <Text>
            Exchange lets nobody mail a list of 5,000 people or more unasked:
            add the service account to the senders that it accepts, or have its
            moderators approve the invitation.
          </Text>
        </li>
        <li>
          <Text>
            A Microsoft 365 group, such as the one behind a team, mails only
            members who subscribe to it. To reach everybody, use a distribution
            list.
          </Text>
        </li>
      </ul>
      <div className={styles.head}>
        <p role="status" ref={count} tabIndex={-1} className={styles.count}>
          {listCountSentence(lists.length)}
        </p>
        <Button onClick={() => setAsking({ about: "new" })}>
          Add a mailing list
        </Button>
      </div>
      {lists.length > 0 && (
        <ul
          className={styles.list}
          aria-label="Mailing lists that leads can choose"
        >
          {lists.map((list) => (
            <NamedListItem
              key={list.id}
              list={list}
              onChange={() => setAsking({ about: "change", list })}
              onRemove={() => setAsking({ about: "remove", list })}
            />
          ))}
        </ul>
      )}
      {(asking?.about === "new" || asking?.about === "change") && (
        <ListDialog
          list={asking.about === "new" ? null : asking.list}
          onClose={close}
          onLists={take}
          onOutdated={() => {
            close();
            props.onReload();
          }}
        />
      )}
      {asking?.about === "remove" && (
        <RemoveListDialog list={asking.list} onClose={close} onLists={take} />
      )}
    </Section>
  );
}
