import { Spinner, Text } from "@fluentui/react-components";

/**
 * Teams adds the bot and opens this page at once; the group appears when the bot has read its team. It never appears
 * to somebody who is not in the team's roster, and nothing tells the two apart but the time that it takes.
 */
export function MissingGroup(props: {
  inGroups: boolean;
  /** The page looks for it for longer than is usual. */
  isLong: boolean;
}) {
  const what = props.inGroups
    ? "The group of this team is not here yet."
    : "You are in no group yet.";
  if (props.isLong)
    return (
      <Text>
        {what} You may not be in the group of this team: only the members of the
        team are. Ask an owner of the team to add you. If ERG Events is still
        reading the team, its group appears here by itself.
      </Text>
    );
  return (
    <Spinner
      size="tiny"
      labelPosition="after"
      label={`${what} If ERG Events has just been added to this team, its group appears here within moments.`}
    />
  );
}
