import { nextStep, type CardStep } from "./card-step.ts";

type Row = Parameters<typeof nextStep>[0];
type Wanted = Parameters<typeof nextStep>[1];

const unposted: Row = {
  wanted: true,
  activity_id: null,
  shown_hash: null,
  problem: null,
};
const posted: Row = { ...unposted, activity_id: "17", shown_hash: "old" };
const current: Row = { ...posted, shown_hash: "new" };
const running: Wanted = { isOver: false, isOut: true, hash: "new" };
const over: Wanted = { ...running, isOver: true };

const cases: [string, Row, Wanted, CardStep][] = [
  ["posts what is not there", unposted, running, "post"],
  [
    "waits until calendars have it",
    unposted,
    { ...running, isOut: false },
    "nothing",
  ],
  ["posts nothing that is over", unposted, over, "nothing"],
  ["updates what is old", posted, running, "update"],
  [
    "updates what is not known",
    { ...posted, shown_hash: null },
    over,
    "update",
  ],
  ["updates what is over", posted, over, "update"],
  ["does not send the same twice", current, running, "nothing"],
  ["removes what is not wanted", { ...current, wanted: false }, over, "remove"],
  [
    "forgets what is not wanted and not there",
    { ...unposted, wanted: false },
    running,
    "forget",
  ],
  [
    "removes in spite of a problem",
    { ...posted, wanted: false, problem: "channelArchived" },
    running,
    "remove",
  ],
  [
    "goes on after a delay",
    { ...posted, problem: "delayed" },
    running,
    "update",
  ],
  ["posts after a delay", { ...unposted, problem: "delayed" }, running, "post"],
  ...(
    [
      "messageDeleted",
      "appRemoved",
      "channelDeleted",
      "channelArchived",
      "botBlocked",
      "failed",
    ] as const
  ).map((problem): [string, Row, Wanted, CardStep] => [
    `stays away while ${problem}`,
    { ...posted, problem },
    running,
    "nothing",
  ]),
];

describe("nextStep", () => {
  it.each(cases)("%s", (_claim, row, wanted, step) => {
    expect(nextStep(row, wanted)).toBe(step);
  });
});
