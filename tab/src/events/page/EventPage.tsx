import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { Page } from "../../layout/Page.tsx";
import { TextLink } from "../../layout/TextLink.tsx";
import { useReader } from "../../teams/reader.ts";
import { EventView } from "./EventView.tsx";
import { useLiveEvent } from "./use-live-event.ts";

/** One event: what it is, where it stands, and who comes. */
export function EventPage(props: { id: string }) {
  const { home } = useReader();
  const live = useLiveEvent(props.id);
  if (live.loaded.state === "loading") {
    return (
      <main>
        <LoadingLines label="Loading the event" count={3} size={72} />
      </main>
    );
  }
  if (live.loaded.state === "failed") {
    const { error } = live.loaded;
    return (
      <Page title="This event cannot be shown">
        <Failure
          error={error}
          {...(error.status === 404 ? {} : { onRetry: live.reload })}
        />
        <p>
          <TextLink to={home}>Go to the events</TextLink>
        </p>
      </Page>
    );
  }
  return (
    <EventView
      event={live.loaded.value}
      connected={live.connected}
      news={live.news}
      onChanged={live.replace}
      onReload={live.reload}
    />
  );
}
