import {
  Checkbox,
  Field,
  FieldContextProvider,
  MessageBar,
  MessageBarBody,
  Switch,
  Text,
  makeStyles,
} from "@fluentui/react-components";
import type {
  GroupChange,
  GroupSummary,
} from "../../../../bot/contract/groups.ts";
import { channelLabel } from "../../events/form/channel-words.ts";
import { Section } from "../../layout/Section.tsx";
import { defaultChannels, isUsuallyOpen } from "./group-defaults-shown.ts";
import { useGroupChange } from "./use-group-change.ts";

const useStyles = makeStyles({ channel: { display: "flex" } });

type Defaults = NonNullable<GroupChange["defaults"]>;

/** With what the form for a new event of the group begins; each choice is stored at once. */
export function DefaultsPart({ group }: { group: GroupSummary }) {
  const { shown, failure, change } = useGroupChange(group);
  const { defaults } = shown;
  if (defaults === null) return null;
  const choose = (chosen: Defaults) => change({ defaults: chosen });
  return (
    <Section heading="New events">
      <Text>
        The form for a new event starts with these. Whoever schedules one can
        choose otherwise, and events that are there already stay as they are.
      </Text>
      <Channels group={shown} choose={choose} />
      <Switch
        label="Teams meeting"
        checked={defaults.isOnline}
        onChange={(_, { checked }) => choose({ isOnline: checked })}
      />
      <Switch
        label="Let others join"
        checked={isUsuallyOpen(shown)}
        onChange={(_, { checked }) => choose({ open: checked })}
      />
      <Switch
        label="Invite people who join later"
        checked={defaults.lateJoiners}
        onChange={(_, { checked }) => choose({ lateJoiners: checked })}
      />
      {failure !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {`This was not saved. ${failure} What you see is as it was before.`}
          </MessageBarBody>
        </MessageBar>
      )}
    </Section>
  );
}

function Channels(props: {
  group: GroupSummary;
  choose: (chosen: Defaults) => void;
}) {
  const styles = useStyles();
  const { group, choose } = props;
  const chosen = defaultChannels(group);
  if (group.channels.length === 0) {
    return (
      <Text>
        ERG Events can post in none of this group&apos;s channels. Add the app
        to its team in Teams, or ask an owner to.
      </Text>
    );
  }
  return (
    <Field
      label="Post a card in"
      hint="Channels in which ERG Events can post. A private or shared channel is here once the app is added to it in Teams."
    >
      {(field) => (
        <div
          role="group"
          aria-labelledby={field["aria-labelledby"]}
          aria-describedby={field["aria-describedby"]}
        >
          {/* The label is the group's: without this it would take the place of each channel's own. */}
          <FieldContextProvider value={undefined}>
            {group.channels.map((channel) => (
              <Checkbox
                key={channel.id}
                className={styles.channel}
                label={channelLabel(channel)}
                checked={chosen.includes(channel.id)}
                onChange={(_, { checked }) => {
                  const others = chosen.filter((id) => id !== channel.id);
                  choose({
                    channelIds:
                      checked === true ? [...others, channel.id] : others,
                  });
                }}
              />
            ))}
          </FieldContextProvider>
        </div>
      )}
    </Field>
  );
}
