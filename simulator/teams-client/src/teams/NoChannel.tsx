import { Text } from "@fluentui/react-components";
import type { Person } from "../api/shapes.ts";
import { Page } from "../shell/Page.tsx";

export function NoChannel(props: { person: Person; asked: boolean }) {
  return (
    <Page title="Teams">
      <Text>
        {props.asked
          ? `${props.person.displayName} is not in that team, or it has no such channel.`
          : "Open a channel: its posts have the cards of events, and the + beside its tabs adds the events as a tab."}
      </Text>
    </Page>
  );
}
