import {
  Badge,
  Caption1,
  PresenceBadge,
  Subtitle2,
  Text,
  mergeClasses,
} from "@fluentui/react-components";
import type { Mail } from "../api/mailbox-shapes.ts";
import { useListStyles } from "./list-styles.ts";
import { mailKinds } from "./mail-kinds.ts";
import { briefly, readerOfThisBrowser } from "./when.ts";

type InboxProps = {
  mails: readonly Mail[];
  openId: string | undefined;
  onOpen: (mail: Mail) => void;
};

export function Inbox({ mails, openId, onOpen }: InboxProps) {
  const styles = useListStyles();
  const unread = mails.filter(({ isRead }) => !isRead).length;
  return (
    <section className={styles.section} aria-label="Mail">
      <Subtitle2 as="h2" className={styles.heading}>
        Inbox{unread > 0 && ` (${String(unread)} unread)`}
      </Subtitle2>
      {mails.length === 0 && (
        <Text className={mergeClasses(styles.empty, styles.muted)} block>
          No mail yet. Invitations come here within seconds.
        </Text>
      )}
      <ul aria-label="Inbox" className={styles.list}>
        {mails.map((mail) => (
          <InboxItem
            key={mail.id}
            mail={mail}
            isOpen={mail.id === openId}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

function InboxItem(props: {
  mail: Mail;
  isOpen: boolean;
  onOpen: (mail: Mail) => void;
}) {
  const styles = useListStyles();
  const { mail, isOpen } = props;
  const kind = mailKinds[mail.kind];
  return (
    <li aria-label={mail.subject}>
      <button
        type="button"
        className={mergeClasses(styles.item, isOpen && styles.open)}
        aria-current={isOpen ? "true" : undefined}
        onClick={() => props.onOpen(mail)}
      >
        <span className={styles.line}>
          {!mail.isRead && (
            <PresenceBadge status="available" size="tiny" aria-label="Unread" />
          )}
          <Caption1 className={mergeClasses(styles.grow, styles.muted)}>
            {mail.from.name}
          </Caption1>
          {kind.badge && (
            <Badge appearance="tint" color={kind.color} size="small">
              {kind.badge}
            </Badge>
          )}
          <Caption1 className={mergeClasses(styles.nowrap, styles.muted)}>
            {briefly(mail.receivedAt, readerOfThisBrowser())}
          </Caption1>
        </span>
        <Text
          className={styles.grow}
          weight={mail.isRead ? "regular" : "semibold"}
        >
          {mail.subject}
        </Text>
      </button>
    </li>
  );
}
