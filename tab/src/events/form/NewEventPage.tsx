import { Text } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { useApi } from "../../api-client/api.ts";
import { schedulable } from "../../groups/group-choice.ts";
import { useMe } from "../../groups/use-me.ts";
import { Page } from "../../layout/Page.tsx";
import { useReader } from "../../teams/reader.ts";
import { previewNewEvent, scheduleEvent } from "../event-requests.ts";
import { newDraft, newEventOf } from "./event-draft.ts";
import { EventForm } from "./EventForm.tsx";
import { usualIn } from "./group-defaults.ts";

export function NewEventPage() {
  const api = useApi();
  const { me } = useMe();
  const { timeZone, home } = useReader();
  const [, navigate] = useLocation();
  const [query] = useSearchParams();
  const groups = schedulable(me.groups);
  const asked = groups.find((group) => group.id === query.get("group"));
  const groupId = (asked ?? groups[0])?.id;
  const [now] = useState(() => new Date());
  if (groupId === undefined) {
    return (
      <Page title="Schedule event">
        <Text>
          Only the leads of a group schedule its events. Ask the owner of your
          group to make you one of them.
        </Text>
      </Page>
    );
  }
  return (
    <Page title="Schedule event">
      <EventForm
        form="new"
        version={null}
        first={{
          ...newDraft({ now, timeZone, groupId }),
          ...usualIn(asked ?? groups[0]),
        }}
        saved={null}
        cards={[]}
        hosts={[]}
        meetingFixed={false}
        groups={groups}
        leaveTo={home}
        preview={(draft, names) =>
          previewNewEvent(api, { body: newEventOf(draft), names })
        }
        send={(draft, idempotencyKey) =>
          scheduleEvent(api, { body: newEventOf(draft), idempotencyKey })
        }
        onSent={({ id }) => navigate(`/events/${id}`, { replace: true })}
        onOutdated={() => undefined}
      />
    </Page>
  );
}
