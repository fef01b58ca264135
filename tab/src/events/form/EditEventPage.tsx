import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useLocation } from "wouter";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { useMe } from "../../groups/use-me.ts";
import { ButtonLink } from "../../layout/ButtonLink.tsx";
import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { Page } from "../../layout/Page.tsx";
import { changeEvent, loadEvent, previewChange } from "../event-requests.ts";
import { changeOf, draftOfEvent } from "./event-draft.ts";
import { EventForm } from "./EventForm.tsx";
import { formNotice } from "../page/outlook-change/outlook-change-words.ts";
import { standingCards } from "./offered-channels.ts";

const useStyles = makeStyles({
  notice: { maxWidth: "680px", marginBottom: tokens.spacingVerticalL },
});

export function EditEventPage({ id }: { id: string }) {
  const styles = useStyles();
  const api = useApi();
  const { loaded, reload } = useLoaded(id, (signal) =>
    loadEvent(api, { id, signal }),
  );
  return (
    <Page title="Edit event">
      {loaded.state === "loading" && (
        <LoadingLines label="Loading the event" count={4} size={72} />
      )}
      {loaded.state === "failed" && (
        <Failure error={loaded.error} onRetry={reload} />
      )}
      {loaded.state === "ready" &&
        (loaded.value.permissions.edit ? (
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

function ChangeForm(props: { event: EventDetail; onOutdated: () => void }) {
  const api = useApi();
  const { me } = useMe();
  const [, navigate] = useLocation();
  const { id, version, status } = props.event;
  const saved = draftOfEvent(props.event);
  return (
    <EventForm
      form={`${id}/${version}`}
      first={saved}
      saved={saved}
      cards={standingCards(props.event)}
      meetingFixed={status !== "scheduling"}
      groups={me.groups}
      leaveTo={`/events/${id}`}
      preview={(draft) => previewChange(api, { id, body: changeOf(draft) })}
      send={(draft, idempotencyKey) => {
        const body = changeOf(draft);
        return changeEvent(api, { id, version, body, idempotencyKey });
      }}
      onSent={() => navigate(`/events/${id}`, { replace: true })}
      onOutdated={props.onOutdated}
    />
  );
}
