import {
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import { sentenceOf } from "../api/call.ts";
import type { Channel, ChannelTab, Person, Team } from "../api/shapes.ts";
import { tabs } from "../api/tabs.ts";
import { useWorld } from "../api/world.tsx";
import { AppWindow } from "../app-host/AppWindow.tsx";
import { keptConfig } from "../app-host/kept-config.ts";
import { useOpenPage } from "../app-host/open-page.ts";
import { refuseRequest } from "../app-host/refuse-request.ts";
import { useAppHost } from "../app-host/use-app-host.ts";
import { pressSave, type SaveExchange } from "./save-exchange.ts";
import { readTabSettings, type TabSettings } from "./tab-settings.ts";

const useStyles = makeStyles({
  surface: { maxWidth: "640px" },
  content: { padding: 0, height: "min(62vh, 460px)" },
  error: { color: tokens.colorStatusDangerForeground1 },
});

/** Teams' own words where an app gives no reason (issue 6832 of MicrosoftDocs/msteams-docs). */
const notSaved = "We couldn't save your tab settings. Please try again.";

type TabDialogProps = {
  team: Team;
  channel: Channel;
  person: Person;
  /** The tab whose settings are changed; undefined: a new one. */
  tab: ChannelTab | undefined;
  onSaved: (tabId: string) => void;
  onClose: () => void;
};

/**
 * The app's configuration page in Teams' dialog. Save is on when the app says that what was chosen is valid; then the
 * app has to tell the settings and that they can be kept (Teams: Create a configuration page).
 */
export function TabDialog(props: TabDialogProps) {
  const [attempt, setAttempt] = useState(0);
  return (
    <SetUpDialog
      key={`${props.person.id} ${props.tab?.id ?? "new"} ${attempt}`}
      {...props}
      onReload={() => setAttempt((value) => value + 1)}
    />
  );
}

function SetUpDialog(props: TabDialogProps & { onReload: () => void }) {
  const styles = useStyles();
  const { channel, tab } = props;
  const { app } = useWorld();
  const [saving, setSaving] = useState<
    { at: "rest" } | { at: "work" } | { at: "refused"; why: string }
  >({ at: "rest" });
  const exchange = useRef<SaveExchange>(undefined);
  const { page, isValid, settings, tell } = useConfigurationPage(
    props,
    (answer) => exchange.current?.answer(answer),
  );
  const save = async () => {
    setSaving({ at: "work" });
    exchange.current = pressSave(tell);
    const outcome = await exchange.current.outcome;
    exchange.current = undefined;
    try {
      if (!outcome.ok) throw new Error(outcome.reason || notSaved);
      props.onSaved(await keep(props, settings(), app.name));
    } catch (error) {
      setSaving({ at: "refused", why: sentenceOf(error) });
    }
  };
  return (
    <Dialog open onOpenChange={() => props.onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>
            {tab
              ? `Settings of ${tab.name}`
              : `Add ${app.name} to ${channel.name}`}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <AppWindow
              {...page}
              title={`Settings of ${app.name}`}
              onReload={props.onReload}
            />
          </DialogContent>
          <DialogActions>
            {saving.at === "refused" && (
              <Caption1 role="alert" className={styles.error}>
                {saving.why}
              </Caption1>
            )}
            <Button onClick={props.onClose}>Cancel</Button>
            <Button
              appearance="primary"
              disabled={!isValid || saving.at === "work"}
              onClick={() => void save()}
            >
              Save
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** The page in its frame, and what it has told so far. */
function useConfigurationPage(
  { team, channel, person, tab }: TabDialogProps,
  onSave: SaveExchange["answer"],
) {
  const { app } = useWorld();
  const [isValid, setIsValid] = useState(false);
  const settings = useRef<TabSettings>(undefined);
  const place = {
    kind: "channel",
    team,
    channel,
    tabId: tab?.id ?? null,
  } as const;
  const { openLink, openPage } = useOpenPage(place);
  const url = app.configurableTab.configurationUrl;
  const { frame, phase, host } = useAppHost({
    url,
    person,
    place,
    entityId: tab?.entityId ?? "",
    subPageId: null,
    duties: {
      frameContext: "settings",
      setUp: {
        setValid: setIsValid,
        setSettings: (given) => {
          const read = readTabSettings(given);
          if (!read) return [false, "Invalid tab settings provided."];
          settings.current = read;
          return [true];
        },
        onSave,
      },
      // What Teams tells of a tab that is not there yet is not documented.
      config: () => (tab ? keptConfig(tab) : {}),
      openLink,
      openPage,
      shareLink: () => undefined,
      selectPeople: () => Promise.resolve(refuseRequest("people.selectPeople")),
    },
  });
  return {
    page: { frame, phase, url },
    isValid,
    settings: () => settings.current,
    tell: () => host.current?.save(),
  };
}

/** @returns the id of the tab */
async function keep(
  { team, channel, person, tab }: TabDialogProps,
  settings: TabSettings | undefined,
  appName: string,
): Promise<string> {
  const at = { teamId: team.id, channelId: channel.id, personId: person.id };
  if (!settings) {
    if (tab) return tab.id;
    throw new Error(notSaved);
  }
  const { config } = settings;
  try {
    // Of a tab that is there the proposed name has no effect (teams-js: InstanceConfig, suggestedDisplayName).
    const stored = tab
      ? tabs.change(at, tab.id, { config })
      : tabs.add(at, { ...config, name: settings.name ?? appName });
    return (await stored).id;
  } catch (error) {
    throw new Error(`${notSaved} ${sentenceOf(error)}`, { cause: error });
  }
}
