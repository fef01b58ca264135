import {
  Button,
  Caption1,
  Spinner,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import type { MailPreview } from "../../../bot/contract/mail-preview.ts";
import { asApiError, type ApiError } from "../api-client/api-error.ts";
import { Failure } from "../layout/Failure.tsx";
import { SearchedList } from "../layout/SearchedList.tsx";
import { useReader } from "../teams/reader.ts";
import { allNamesLabel, byName, namesSentence } from "./mail-words.ts";

const useStyles = makeStyles({
  names: { display: "block", color: tokens.colorNeutralForeground2 },
  address: { color: tokens.colorNeutralForeground2 },
  more: { marginTop: tokens.spacingVerticalXS },
});

/** Who gets one kind of mail: the first by name, and all of them where somebody wants to see them. */
export function MailedPeople({
  mail,
  onNameAll,
}: {
  mail: MailPreview["mails"][number];
  /** Loads the preview again, with everybody's name. */
  onNameAll: () => Promise<void>;
}) {
  const styles = useStyles();
  const { locale } = useReader();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const { who } = mail;
  const people = useMemo(() => who && byName(who, locale), [who, locale]);
  const isShown = isOpen && people !== undefined;

  async function open(): Promise<void> {
    setOpen(true);
    setFailure(null);
    if (who !== undefined) return;
    setLoading(true);
    await onNameAll()
      .catch((error: unknown) => setFailure(asApiError(error)))
      .finally(() => setLoading(false));
  }

  if (mail.names.length === 0) return null;
  if (mail.names.length === mail.people)
    return (
      <Caption1 className={styles.names} dir="auto">
        {namesSentence(mail)}
      </Caption1>
    );
  return (
    <>
      {!isShown && (
        <Caption1 className={styles.names} dir="auto">
          {namesSentence(mail)}
        </Caption1>
      )}
      <Button
        size="small"
        className={styles.more}
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        disabledFocusable={isLoading}
        onClick={() => (isShown ? setOpen(false) : void open())}
      >
        {isShown ? "Show fewer" : allNamesLabel(mail)}
      </Button>
      {isLoading && <Spinner size="tiny" label="Loading the names" />}
      {failure && <Failure error={failure} onRetry={() => void open()} />}
      {isShown && (
        <div id={listId}>
          <SearchedList
            searchLabel="Find somebody"
            listLabel={allNamesLabel(mail)}
            entries={people}
            keyOf={({ address }) => address}
            textOf={({ name, address }) => `${name} ${address}`}
          >
            {({ name, address }) => (
              <>
                <span dir="auto">{name}</span>
                {name !== address && (
                  <Caption1 className={styles.address}>{address}</Caption1>
                )}
              </>
            )}
          </SearchedList>
        </div>
      )}
    </>
  );
}
