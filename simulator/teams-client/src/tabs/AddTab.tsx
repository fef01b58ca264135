import { Button, Text } from "@fluentui/react-components";
import { Add20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { administration } from "../api/administration.ts";
import type { Channel, Person, Team } from "../api/shapes.ts";
import { simulator } from "../api/simulator.ts";
import { useWorld } from "../api/world.tsx";
import { hasAppIn } from "../teams/channel-app.ts";
import { OwnerDialog } from "../teams/OwnerDialog.tsx";

/** Teams' "+" beside the tabs. Where the app is not there yet, adding its tab adds its bot, too (Teams: Build tabs). */
export function AddTab(props: {
  team: Team;
  channel: Channel;
  person: Person;
  onAdd: () => void;
}) {
  const { team, channel, person } = props;
  const { app } = useWorld();
  const [isAsking, setIsAsking] = useState(false);
  const addApp = async () => {
    if (!team.app) await simulator.installApp(team.id, person.id);
    if (channel.membershipType !== "standard")
      await administration.addAppToChannel(team.id, channel.id, person.id);
    props.onAdd();
  };
  return (
    <>
      <Button
        appearance="subtle"
        icon={<Add20Regular />}
        aria-label="Add a tab"
        onClick={() =>
          hasAppIn(team, channel) ? props.onAdd() : setIsAsking(true)
        }
      />
      {isAsking && (
        <OwnerDialog
          title={`Add ${app.name}`}
          confirm="Add"
          isReady
          onConfirm={addApp}
          onClose={() => setIsAsking(false)}
        >
          <Text>
            {app.name} is not here yet. With its tab, its bot comes into the
            team, too.
          </Text>
        </OwnerDialog>
      )}
    </>
  );
}
