import { useRef, useState } from "react";
import type {
  AttendanceFilter,
  AttendancePeople,
  AttendancePerson,
} from "../../../../../bot/contract/attendance.ts";
import { asApiError, type ApiError } from "../../../api-client/api-error.ts";
import { useApi, type Api } from "../../../api-client/api.ts";
import { loadPeople, type PeopleAsked } from "./attendance-requests.ts";
import { useKept } from "../../../api-client/use-kept.ts";

/** The people of an event, page by page; loaded anew, as many pages as there were. */
export function useAttendancePeople(asked: {
  id: string;
  filter: AttendanceFilter;
  search: string;
  beat: number;
}): {
  /** Null: loading, or it failed. */
  list: AttendancePeople | null;
  error: ApiError | null;
  reload: () => void;
  loadingMore: boolean;
  loadMore: () => void;
  /** What is stored of one person in the room by now. */
  setInRoom: (key: string, inRoom: boolean) => void;
} {
  const api = useApi();
  const { id, filter, search, beat } = asked;
  const key = `${id} ${filter} ${search}`;
  const shown = useRef({ key, pages: 1 });
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreError, setMoreError] = useState<ApiError | null>(null);
  const kept = useKept({ key, beat }, (signal) => {
    if (shown.current.key !== key) shown.current = { key, pages: 1 };
    return loadPages(api, { id, filter, search }, shown.current.pages, signal);
  });

  async function loadMore(cursor: string): Promise<void> {
    setLoadingMore(true);
    setMoreError(null);
    try {
      const page = await loadPeople(api, { id, filter, search, cursor });
      if (shown.current.key === key) shown.current.pages += 1;
      kept.change((before) =>
        // Loaded anew meanwhile, it may go on elsewhere.
        before.nextCursor === cursor ? together(before, page) : before,
      );
    } catch (error) {
      setMoreError(asApiError(error));
    }
    setLoadingMore(false);
  }

  return {
    list: kept.value,
    error: kept.error ?? moreError,
    reload: () => {
      setMoreError(null);
      kept.reload();
    },
    loadingMore,
    loadMore: () => {
      const cursor = kept.value?.nextCursor ?? null;
      if (cursor !== null && !loadingMore) void loadMore(cursor);
    },
    setInRoom: (person, inRoom) =>
      kept.change((before) => ({
        ...before,
        people: before.people.map((one) =>
          one.key === person ? { ...one, inRoom } : one,
        ),
      })),
  };
}

async function loadPages(
  api: Api,
  asked: PeopleAsked,
  pages: number,
  signal: AbortSignal,
): Promise<AttendancePeople> {
  let list = await loadPeople(api, { ...asked, cursor: null, signal });
  for (let page = 1; page < pages && list.nextCursor !== null; page += 1) {
    const cursor = list.nextCursor;
    list = together(list, await loadPeople(api, { ...asked, cursor, signal }));
  }
  return list;
}

/** Two pages as one; who moved from one to the other meanwhile stands in it once. */
function together(
  before: AttendancePeople,
  page: AttendancePeople,
): AttendancePeople {
  const known = new Set(before.people.map(({ key }) => key));
  const added: AttendancePerson[] = page.people.filter(
    ({ key }) => !known.has(key),
  );
  return { ...page, people: [...before.people, ...added] };
}
