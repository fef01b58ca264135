import type { EventDetail } from "../../../../../bot/contract/events.ts";
import { isAttendanceDue } from "./attendance-due.ts";

const held = (kind: "new" | "change"): EventDetail["held"] => ({
  kind,
  sendsInMs: 1000,
  problem: null,
  by: null,
  isOwn: true,
  content: null,
  message: null,
});

describe("whether the page tells of attendance", () => {
  const due = (
    now: string,
    more: Partial<EventDetail> & { isLead?: boolean } = {},
  ) =>
    isAttendanceDue(
      {
        startsAt: "2026-12-01T12:00:00.000Z",
        endsAt: "2026-12-01T13:00:00.000Z",
        status: "scheduled",
        held: null,
        permissions: { seeAttendees: more.isLead ?? false },
        ...more,
      },
      new Date(now),
    );

  it("does so to everybody from the end on", () => {
    expect(due("2026-12-01T12:59:59Z")).toBe(false);
    expect(due("2026-12-01T13:00:00Z")).toBe(true);
  });

  it("does so to leads from an hour before the event on", () => {
    expect(due("2026-12-01T10:59:59Z", { isLead: true })).toBe(false);
    expect(due("2026-12-01T11:00:00Z", { isLead: true })).toBe(true);
  });

  it.each(["cancelling", "cancelled"] as const)(
    "does not of an event that is %s",
    (status) => {
      expect(due("2026-12-02T12:00:00Z", { status })).toBe(false);
    },
  );

  it("does not before the event has been sent", () => {
    const at = "2026-12-01T13:00:00Z";
    expect(due(at, { isLead: true, held: held("new") })).toBe(false);
    expect(due(at, { isLead: true, held: held("change") })).toBe(true);
  });
});
