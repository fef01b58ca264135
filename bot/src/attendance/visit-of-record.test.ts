import type { AttendanceRecord } from "../graph/attendance-reports.ts";
import { visitOfRecord } from "./visit-of-record.ts";

const session = {
  startedAt: new Date("2026-11-26T17:00:00Z"),
  endedAt: new Date("2026-11-26T18:00:00Z"),
};
const id = "DC17674C-81d9-4adb-bfb2-8f6a442e4623";
const record: AttendanceRecord = {
  identity: "user",
  id,
  tenantId: "t1",
  displayName: "Adele Vance",
  address: "Adele.Vance@contoso.com",
  seconds: 60,
  stays: [],
};
const visit = (of: Partial<AttendanceRecord>) =>
  visitOfRecord({ ...record, ...of }, { session, tenantId: "t1" });

describe("what is kept of a record of an attendance report", () => {
  it("is in lower case what people are found by", () => {
    expect(visit({})).toMatchObject({
      objectId: id.toLowerCase(),
      address: "adele.vance@contoso.com",
      displayName: "Adele Vance",
      kind: "person",
    });
  });

  it.each<[string, Partial<AttendanceRecord>, object]>([
    ["of another organization", { tenantId: "t2" }, { kind: "guest" }],
    [
      "without a tenant, as older reports have them",
      { tenantId: null },
      { kind: "person" },
    ],
    [
      "without an account",
      { identity: "guest", id: "teamsvisitor:1", address: null },
      { kind: "guest", objectId: null },
    ],
    [
      "who called in",
      { identity: "phone", id: "+14255550123", address: null },
      { kind: "phone", objectId: null },
    ],
    [
      "who called in, by the hidden number alone",
      {
        identity: "none",
        id: null,
        address: null,
        displayName: "+1425*****23",
      },
      { kind: "phone" },
    ],
    [
      "of whom nothing is told",
      { identity: "none", id: null, address: null, displayName: null },
      { kind: "guest", displayName: "", objectId: null },
    ],
  ])("tells somebody %s", (_, of, expected) => {
    expect(visit(of)).toMatchObject(expected);
  });

  it("is from the first join to the last leave, in whichever order Teams tells them", () => {
    const at = (minute: number) =>
      new Date(session.startedAt.getTime() + minute * 60_000);
    const stays = [
      { from: at(30), until: at(40) },
      { from: at(5), until: at(50) },
    ];
    expect(visit({ stays })).toMatchObject({
      firstJoinAt: at(5),
      lastLeaveAt: at(50),
      stays: [stays[1], stays[0]],
    });
  });

  it("is the session's time where no stays are told", () => {
    expect(visit({})).toMatchObject({
      firstJoinAt: session.startedAt,
      lastLeaveAt: session.endedAt,
      seconds: 60,
    });
  });
});
