import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Suspense, useState } from "react";
import { useLocation } from "wouter";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { useApi } from "../../api-client/api.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { useMe } from "../../groups/use-me.ts";
import { ButtonLink } from "../../layout/ButtonLink.tsx";
import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { Page } from "../../layout/Page.tsx";
import { TextLink } from "../../layout/TextLink.tsx";
import { useReader } from "../../teams/reader.ts";
import { changeEvent, loadEvent, previewChange } from "../event-requests.ts";
import {
  changeOf,
  draftOfEvent,
  type EventDraft,
  type SettledDraft,
} from "./event-draft.ts";
import { EventForm } from "./EventForm.tsx";
import { formNotice } from "../page/outlook-change/outlook-change-words.ts";
import type { KeptForm } from "./kept-draft.ts";
import { differ, type Versions } from "./merge/merge-drafts.ts";
import { hostsOf } from "./co-hosts.ts";
import { formChoices } from "./form-choices.ts";
import { standingCards } from "./offered-channels.ts";
import { settleDraft } from "./settle-draft.ts";
import { useKeptDrafts } from "./use-kept-drafts.ts";
import { latePart } from "../../layout/late-part.tsx";

const MergeForm = latePart(
  async () => (await import("./merge/MergeForm.tsx")).MergeForm,
);

const useStyles = makeStyles({
  notice: { maxWidth: "680px", marginBottom: tokens.spacingVerticalL },
});

export function EditEventPage({ id }: { id: string }) {
  const styles = useStyles();
  const api = useApi();
  const { home } = useReader();
  const { loaded, reload } = useLoaded(id, (signal) =>
    loadEvent(api, { id, signal }),
  );
  return (
    <Page title="Edit event">
      {loaded.state === "loading" && (
        <LoadingLines label="Loading the event" count={4} size={72} />
      )}
      {loaded.state === "failed" && (
        <>
          <Failure
            error={loaded.error}
            {...(loaded.error.status === 404 ? {} : { onRetry: reload })}
          />
          <p>
            <TextLink to={home}>Go to the events</TextLink>
          </p>
        </>
      )}
      {loaded.state === "ready" &&
        (isBeingCancelled(loaded.value) ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              This event is about to be cancelled. Stop that on its page first;
              then change it.
            </MessageBarBody>
            <MessageBarActions>
              <ButtonLink to={`/events/${id}`}>Go to the event</ButtonLink>
            </MessageBarActions>
          </MessageBar>
        ) : loaded.value.permissions.edit ? (
          <>
            {loaded.value.outlookChange && (
              <MessageBar
                intent="warning"
                layout="multiline"
                className={styles.notice}
              >
                <MessageBarBody>
                  {formNotice(loaded.value.outlookChange)}
                </MessageBarBody>
                <MessageBarActions>
                  <ButtonLink to={`/events/${id}`}>Go to the event</ButtonLink>
                </MessageBarActions>
              </MessageBar>
            )}
            {loaded.value.outlookChange?.kind !== "deleted" && (
              <ChangeForm
                key={loaded.value.version}
                event={loaded.value}
                onOutdated={reload}
              />
            )}
          </>
        ) : (
          <Text>
            This event cannot be changed by you, or not any more. Ask a lead of{" "}
            {loaded.value.group.name}.
          </Text>
        ))}
    </Page>
  );
}

function isBeingCancelled({ held }: EventDetail): boolean {
  return held?.kind === "cancel" && held.problem === null;
}

/** The form; before it the merge, where the lead's unsaved changes are to an older version. */
function ChangeForm(props: { event: EventDetail; onOutdated: () => void }) {
  const { event } = props;
  const { me } = useMe();
  const drafts = useKeptDrafts();
  const [kept] = useState(() => drafts.read(event.id));
  const [isMerged, setMerged] = useState(false);
  const versions = kept && versionsOf(kept, event, me.groups);
  if (isMerged || versions === null || !differ(versions))
    return <OpenForm {...props} />;

  const known = [versions.base, versions.mine, versions.theirs];
  const { channels } = formChoices(
    {
      groupId: event.group.id,
      coHosts: known.flatMap(({ coHosts }) => coHosts),
    },
    { groups: me.groups, hosts: hostsOf(event), cards: standingCards(event) },
  );
  const groups = [...me.groups, ...hostsOf(event)];
  function goOnWith(draft: SettledDraft): void {
    const base = { draft: draftOfEvent(event), version: event.version };
    drafts.keep(event.id, { draft, base, wasStopped: false });
    setMerged(true);
  }
  return (
    <Suspense>
      <MergeForm
        versions={versions}
        change={event.lastChange}
        channelName={(id) =>
          channels.find((channel) => channel.id === id)?.name ?? id
        }
        groupName={(id) => groups.find((group) => group.id === id)?.name ?? id}
        onMerged={goOnWith}
        onDropMine={() => {
          drafts.forget(event.id);
          setMerged(true);
        }}
      />
    </Suspense>
  );
}

/** The three versions to merge; null when the unsaved form is of the newest version, or of none. */
function versionsOf(
  kept: KeptForm,
  event: EventDetail,
  groups: GroupSummary[],
): Versions | null {
  if (kept.base === null || kept.base.version === event.version) return null;
  const theirs = draftOfEvent(event);
  const choicesOf = (draft: EventDraft) =>
    formChoices(draft, {
      groups,
      hosts: hostsOf(event),
      // What the groups no longer offer may still stand in what the lead began with.
      cards: [
        ...standingCards(event),
        ...theirs.channelIds.map((channelId) => ({
          channelId,
          channelName: channelId,
          group: null,
          state: "waiting" as const,
          canRepost: false,
          nextTryAt: null,
          nextTryInMs: null,
        })),
      ],
    });
  const base = settleDraft(kept.base.draft, {
    ...choicesOf(kept.base.draft),
    saved: theirs,
  });
  const mine = settleDraft(withStoredAddresses(kept.draft), {
    ...choicesOf(kept.draft),
    saved: base,
  });
  return { base, mine, theirs };
}

/** As the backend keeps them: the same address in another spelling is the same. */
function withStoredAddresses(draft: EventDraft): EventDraft {
  return {
    ...draft,
    addresses: draft.addresses.map((address) => address.toLowerCase()),
    lists: draft.lists.map((list) => ({
      ...list,
      address: list.address.toLowerCase(),
    })),
  };
}

function OpenForm(props: { event: EventDetail; onOutdated: () => void }) {
  const api = useApi();
  const { me } = useMe();
  const [, navigate] = useLocation();
  const { id, version, status } = props.event;
  const saved = draftOfEvent(props.event);
  return (
    <EventForm
      form={id}
      version={version}
      first={saved}
      saved={saved}
      cards={standingCards(props.event)}
      meetingFixed={status !== "scheduling"}
      groups={me.groups}
      hosts={hostsOf(props.event)}
      leaveTo={`/events/${id}`}
      preview={(draft, names) =>
        previewChange(api, { id, body: changeOf(draft), names })
      }
      send={(draft, idempotencyKey) => {
        const body = changeOf(draft);
        return changeEvent(api, { id, version, body, idempotencyKey });
      }}
      onSent={() => navigate(`/events/${id}`, { replace: true })}
      onOutdated={props.onOutdated}
    />
  );
}
