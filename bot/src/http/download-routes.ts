import { attendanceList } from "../attendance/attendance-list.ts";
import type { LinkBases } from "../cards/render/card-links.ts";
import type { Download } from "../downloads/download.ts";
import {
  downloadEventList,
  type DownloadDeps,
} from "../downloads/download-event-list.ts";
import { downloadCalendarFile } from "../events/calendar-file/download-calendar-file.ts";
import { answerList } from "../responses/answer-list.ts";
import { eventIdOf } from "./event-request.ts";
import { addApiRoute, type ApiRequest, type RouteDeps } from "./routes.ts";
import { sendDownload } from "./send-download.ts";

/** Files about one event: for a calendar, and for owners its lists of people. */
export function addDownloadRoutes(
  deps: RouteDeps & DownloadDeps & { linkBases: LinkBases },
): void {
  const add = (
    file: string,
    download: (asked: Asked) => Promise<Download>,
  ): void =>
    addApiRoute(deps, "get", `/api/events/:id/${file}`, async (request) => {
      await sendDownload(request.res, await download(askedBy(request)));
      return "streamed";
    });
  add("calendar.ics", (asked) => downloadCalendarFile(deps, asked));
  for (const list of [attendanceList, answerList])
    add(`${list.name}.csv`, (asked) =>
      downloadEventList(deps, { ...asked, list }),
    );
}

type Asked = Parameters<typeof downloadCalendarFile>[1];

function askedBy(request: ApiRequest): Asked {
  return { actor: request.actor, eventId: eventIdOf(request) };
}
