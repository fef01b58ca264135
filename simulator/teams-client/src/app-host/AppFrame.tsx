import { useState } from "react";
import { simulator } from "../api/simulator.ts";
import type { AppTab, Person } from "../api/shapes.ts";
import { useWorld } from "../api/world.tsx";
import { AppWindow } from "./AppWindow.tsx";
import type { TabPlace } from "./host-context.ts";
import { useOpenPage } from "./open-page.ts";
import { PeoplePicker } from "./PeoplePicker.tsx";
import {
  pickedReply,
  type PickerEmail,
  type PickerInputs,
} from "./select-people.ts";
import { ShareLink } from "./ShareLink.tsx";
import { keptConfig } from "./kept-config.ts";
import { useAppHost } from "./use-app-host.ts";

export type AppFrameProps = {
  tab: AppTab;
  person: Person;
  place: TabPlace;
  subPageId: string | null;
};

/** The app's real page in a frame, with Teams' side of the teams-js protocol. Remount it for another person or page. */
export function AppFrame(props: AppFrameProps & { onReload: () => void }) {
  const { tab, person, place, subPageId } = props;
  const { app } = useWorld();
  const { openPage, openLink } = useOpenPage(place);
  const [shared, setShared] = useState<{ subPageId?: string }>();
  const [picking, setPicking] = useState<{
    inputs: PickerInputs;
    reply: (answer: unknown[]) => void;
  }>();
  const { frame, phase } = useAppHost({
    url: tab.contentUrl,
    person,
    place,
    entityId: tab.entityId,
    subPageId,
    duties: {
      frameContext: "content",
      setUp: undefined,
      config: () => keptConfig(tab),
      openLink,
      openPage,
      shareLink: (page) => setShared(page ? { subPageId: page } : {}),
      selectPeople: (inputs) =>
        new Promise((reply) => setPicking({ inputs, reply })),
    },
  });

  return (
    <AppWindow
      frame={frame}
      url={tab.contentUrl}
      title={app.name}
      phase={phase}
      onReload={props.onReload}
    >
      {picking && (
        <PeoplePicker
          inputs={picking.inputs}
          place={place}
          onPicked={(people) => {
            setPicking(undefined);
            void pickerEmail().then((email) =>
              picking.reply(pickedReply(people, email)),
            );
          }}
        />
      )}
      {shared && (
        <ShareLink
          place={place}
          subPageId={shared.subPageId}
          onClose={() => setShared(undefined)}
        />
      )}
    </AppWindow>
  );
}

/** As the simulator is set at this moment. */
async function pickerEmail(): Promise<PickerEmail> {
  const { peoplePickerEmail } = await simulator.settings();
  return peoplePickerEmail === "userPrincipalName" ||
    peoplePickerEmail === "missing"
    ? peoplePickerEmail
    : "mail";
}
