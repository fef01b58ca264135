import {
  Checkbox,
  Field,
  FieldContextProvider,
  Text,
  makeStyles,
} from "@fluentui/react-components";
import type { GroupChannel } from "../../../../bot/contract/groups.ts";
import { channelLabel, deletedCards } from "./channel-words.ts";
import { controlId, type FormPart } from "./form-part.ts";

const useStyles = makeStyles({ channel: { display: "flex" } });

/** The channels in which the event's card stands. */
export function ChannelFields(
  props: FormPart & {
    channels: GroupChannel[];
    /** The channels in which its card stands already. */
    before: string[];
  },
) {
  const styles = useStyles();
  const { draft, channels } = props;
  if (channels.length === 0) {
    return (
      <Text>
        ERG Events can post in none of this group&apos;s channels, so the event
        gets no card. Add the app to its team in Teams, or ask an owner to.
      </Text>
    );
  }
  const leaving = channels.filter(
    ({ id }) => props.before.includes(id) && !draft.channelIds.includes(id),
  );
  const deleted = deletedCards(leaving.map(({ name }) => name));
  function choose(id: string, chosen: boolean): void {
    const others = draft.channelIds.filter((one) => one !== id);
    const channelIds = chosen ? [...others, id] : others;
    props.onChange((now) => ({ ...now, channelIds }));
  }
  return (
    <Field
      label="Post a card in"
      hint="The card shows when, where and how many come, and people answer on it."
      {...(props.errors.channels !== undefined
        ? { validationMessage: props.errors.channels }
        : deleted === ""
          ? {}
          : { validationState: "warning", validationMessage: deleted })}
    >
      {(group) => (
        <div
          role="group"
          aria-labelledby={group["aria-labelledby"]}
          aria-describedby={group["aria-describedby"]}
        >
          {/* The label is the group's: without this it would take the place of each channel's own. */}
          <FieldContextProvider value={undefined}>
            {channels.map((channel, index) => (
              <Checkbox
                key={channel.id}
                className={styles.channel}
                {...(index === 0 ? { id: controlId("channels") } : {})}
                label={channelLabel(channel)}
                checked={draft.channelIds.includes(channel.id)}
                onChange={(_, { checked }) =>
                  choose(channel.id, checked === true)
                }
              />
            ))}
          </FieldContextProvider>
        </div>
      )}
    </Field>
  );
}
