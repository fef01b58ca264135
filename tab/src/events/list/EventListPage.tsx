import { Suspense } from "react";
import { useSearchParams } from "wouter";
import { schedulable } from "../../groups/group-choice.ts";
import { useMe } from "../../groups/use-me.ts";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { ButtonLink } from "../../layout/ButtonLink.tsx";
import { Icon } from "../../layout/Icon.tsx";
import { Page } from "../../layout/Page.tsx";
import { useReader } from "../../teams/reader.ts";
import { EventFilters } from "./EventFilters.tsx";
import { OthersGroup } from "./NoEvents.tsx";
import { EventResults } from "./EventResults.tsx";
import { addressOfFilter, filterOfAddress } from "./filter-address.ts";
import { listPath, type EventFilter } from "./use-event-list.ts";
import styles from "./EventListPage.module.css";
import { latePart } from "../../layout/late-part.tsx";

const CalendarView = latePart(
  async () => (await import("../calendar/CalendarView.tsx")).CalendarView,
);

/** The events of the reader's groups. The filter stands in the address, so that going back finds it again. */
export function EventListPage() {
  const { me } = useMe();
  const [query, setQuery] = useSearchParams();
  const around = { groups: me.groups, teamId: useReader().teamId };
  const filter = filterOfAddress(query, around);
  const show = (chosen: EventFilter) =>
    // What is written into the search is one step back, not one a word.
    setQuery(addressOfFilter(chosen, around), {
      replace: chosen.search !== filter.search,
    });
  const view =
    filter.shown === "week" || filter.shown === "month" ? filter.shown : null;
  const path = listPath(filter.shown === "past" ? "past" : "upcoming", filter);
  const group = me.groups.find(({ id }) => id === filter.groupId);
  const isOthers = filter.groupId !== null && group === undefined;
  const canSchedule = schedulable(me.groups).length > 0;
  return (
    <Page
      title="Events"
      actions={
        canSchedule && (
          <ButtonLink
            to={newEventPath(group?.id ?? null)}
            appearance="primary"
            icon={<Icon name="add" />}
          >
            Schedule event
          </ButtonLink>
        )
      }
    >
      <div className={styles.body}>
        {me.groups.length > 0 && (
          <EventFilters groups={me.groups} filter={filter} onChange={show} />
        )}
        {view !== null && isOthers && <OthersGroup />}
        {view !== null ? (
          <Suspense
            fallback={
              <LoadingLines label="Loading events" count={5} size={72} />
            }
          >
            <CalendarView
              view={view}
              day={filter.day}
              filter={filter}
              onDay={(day, shown = view) => show({ ...filter, day, shown })}
            />
          </Suspense>
        ) : (
          <EventResults
            key={path}
            path={path}
            when={filter.shown === "past" ? "past" : "upcoming"}
            filter={filter}
            inGroups={me.groups.length > 0}
            isOthers={isOthers}
            canSchedule={canSchedule}
          />
        )}
      </div>
    </Page>
  );
}

function newEventPath(groupId: string | null): string {
  return groupId === null ? "/events/new" : `/events/new?group=${groupId}`;
}
