import { accountLife } from "./account-life.ts";
import { adminNews } from "./admin-news.ts";
import { eventLife } from "./event-life.ts";
import { attendanceLife } from "./attendance-life.ts";
import type { MatrixFlow } from "./matrix-flow.ts";
import { teamLife } from "./team-life.ts";
import { wavesLife } from "./waves-life.ts";

/** The flows that together make the product's calls of Microsoft; a test compares them with the page on reliability. */
export const matrixFlows: MatrixFlow[] = [
  eventLife,
  wavesLife,
  accountLife,
  teamLife,
  adminNews,
  attendanceLife,
];
