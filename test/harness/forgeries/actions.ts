import { randomUUID } from "node:crypto";
import { changed, goingTo, type Delivery, type Ground } from "./ground.ts";

type Activity = NonNullable<Delivery["activity"]>;

const notKnown = {
  statusCode: 400,
  type: "application/vnd.microsoft.error",
  value: { code: "BadRequest", message: "This button is not known." },
};

const sentence = (value: string) => ({
  statusCode: 200,
  type: "application/vnd.microsoft.activity.message",
  value,
});

const noSuchEvent = sentence("There is no such event, or you cannot see it.");

/** Data of a button that our cards do not have; `going` is what the right button carries. */
const wrongData: [
  name: string,
  data: (going: Activity, ground: Ground) => unknown,
][] = [
  ["no data", () => undefined],
  ["null for data", () => null],
  ["a sentence for data", () => "going"],
  ["a list for data", (going) => [going]],
  ["lists a thousand deep for data", () => nested(1000)],
  ["no verb", without("verb")],
  ["an unknown verb", having({ verb: "event.delete" })],
  ["a verb that objects inherit", having({ verb: "constructor" })],
  ["a verb in capitals", having({ verb: "EVENT.ANSWER" })],
  ["a list of verbs", having({ verb: ["event.answer"] })],
  ["no event", without("eventId")],
  ["an event that is no UUID", having({ eventId: "1" })],
  [
    "an event that is a piece of SQL",
    (going) => ({
      ...going,
      eventId: `${String(going["eventId"])}' or '1'='1`,
    }),
  ],
  ["a list of events", (going) => ({ ...going, eventId: [going["eventId"]] })],
  ["no answer", without("answer")],
  ["an unknown answer", having({ answer: "perhaps" })],
  ["no answer as an answer", having({ answer: "none" })],
  ["an answer that is an object", having({ answer: { $ne: "declined" } })],
  ["no schedule version", without("scheduleVersion")],
  ["a schedule version in words", having({ scheduleVersion: "1" })],
  ["a negative schedule version", having({ scheduleVersion: -1 })],
  ["the schedule version 0", having({ scheduleVersion: 0 })],
  ["a broken schedule version", having({ scheduleVersion: 1.5 })],
  ["an endless schedule version", having({ scheduleVersion: 1e21 })],
  [
    "another person's object id",
    (going, { world, other }) => ({ ...going, objectId: idOf(world, other) }),
  ],
  [
    "another person's address",
    (going, { other }) => ({ ...going, address: other }),
  ],
  ["an admin's rights", having({ isAdmin: true })],
  ["a time of its own", having({ answeredAt: "2020-01-01T00:00:00Z" })],
  [
    "a prototype of its own",
    (going) =>
      JSON.parse(
        `{"__proto__":{"isAdmin":true},${JSON.stringify(going).slice(1)}`,
      ) as unknown,
  ],
  ["an answer to a mere look", having({ verb: "event.refresh" })],
];

/** What the Bot Framework truly delivers of somebody who bends what a button sends; with the answer. */
export const wrongActions: [
  name: string,
  answer: object,
  forge: (ground: Ground) => Activity,
][] = [
  ...wrongData.map(([name, data]): (typeof wrongActions)[number] => [
    name,
    notKnown,
    (ground) => ground.pressWith(data(goingTo(ground.closed), ground)),
  ]),
  [
    "no value",
    notKnown,
    (ground) => changed(ground.press(), { value: undefined }),
  ],
  [
    "null for a value",
    notKnown,
    (ground) => changed(ground.press(), { value: null }),
  ],
  [
    "a list for a value",
    notKnown,
    (ground) => changed(ground.press(), { value: [] }),
  ],
  [
    "no action",
    notKnown,
    (ground) => changed(ground.press(), { "value.action": undefined }),
  ],
  [
    "a sentence for an action",
    notKnown,
    (ground) => changed(ground.press(), { "value.action": "going" }),
  ],
  [
    "an action of another type",
    notKnown,
    (ground) =>
      changed(ground.press(), { "value.action.type": "Action.<b>Other</b>" }),
  ],
  [
    "an event that is not there",
    noSuchEvent,
    (ground) =>
      ground.pressWith({ ...goingTo(ground.closed), eventId: randomUUID() }),
  ],
  [
    "a confidential group's event",
    noSuchEvent,
    (ground) => ground.pressWith(goingTo(ground.confidential)),
  ],
  [
    "a look at a confidential group's event",
    noSuchEvent,
    ({ pressWith, confidential }) =>
      pressWith({ verb: "event.refresh", eventId: confidential.id }),
  ],
  [
    "the list of a person's events where others read along",
    sentence("There is no such button, or you cannot see it."),
    ({ pressWith }) => pressWith({ verb: "chat.upcoming" }),
  ],
  [
    "no word of who pressed",
    sentence(
      "You are not known here. If you belong to this organization, open the event in the tab.",
    ),
    (ground) => changed(ground.press(), { "from.aadObjectId": undefined }),
  ],
  [
    "the name of somebody whom the directory does not have",
    sentence(
      "You are not known here. If you belong to this organization, open the event in the tab.",
    ),
    ({ press }) =>
      changed(press(), {
        "from.aadObjectId": randomUUID(),
        "from.id": "29:nobody",
      }),
  ],
];

/** Presses that the policy refuses: the reader gets the card as it is, with the reason. */
export const refusedPresses: [
  name: string,
  reason: string,
  forge: (ground: Ground) => Activity,
][] = [
  [
    "somebody who is not invited",
    "You are not invited to this event.",
    ({ press, other }) => press(other),
  ],
  [
    "a member under the Teams id of somebody who is invited",
    "You are not invited to this event.",
    ({ press, member, other }) =>
      changed(press(other), {
        "from.id": (press(member)["from"] as { id: string }).id,
      }),
  ],
  [
    "somebody who saw the event before it moved",
    "The event has been moved since you looked.",
    ({ pressWith, moved, cards }) =>
      pressWith(goingTo(moved), { messageId: cards.moved }),
  ],
  [
    "somebody who saw the event as it never was",
    "The event has been moved since you looked.",
    ({ pressWith, moved, cards }) =>
      pressWith(
        { ...goingTo(moved), scheduleVersion: 2_147_483_648 },
        { messageId: cards.moved },
      ),
  ],
];

/** The same by older clients, whose buttons send messages. */
export const wrongSubmissions: [
  name: string,
  forge: (ground: Ground) => Activity,
][] = [
  // What is no button's is taken for a question, which the bot answers at the channel's pace: not all of them.
  ...["an unknown verb", "another person's object id", "a list for data"].map(
    (name): (typeof wrongSubmissions)[number] => [
      name,
      (ground) => {
        const data = wrongData.find(([known]) => known === name)?.[1];
        return ground.submit(data?.(goingTo(ground.closed), ground));
      },
    ],
  ),
  [
    "an event that is not there",
    ({ submit, closed }) =>
      submit({ ...goingTo(closed), eventId: randomUUID() }),
  ],
  [
    "a confidential group's event",
    ({ submit, confidential }) => submit(goingTo(confidential)),
  ],
  [
    "an event to which the sender is not invited",
    ({ submit, closed, other }) => submit(goingTo(closed), { person: other }),
  ],
  [
    "an event as it was before it moved",
    ({ submit, moved, cards }) =>
      submit(goingTo(moved), { messageId: cards.moved }),
  ],
  [
    "no word of who pressed",
    ({ submit, closed }) =>
      changed(submit(goingTo(closed)), { "from.aadObjectId": undefined }),
  ],
];

/** Other activities that the Bot Framework may deliver, from which nothing follows; with the reply's status. */
export const idleActivities: [
  name: string,
  status: number,
  forge: (ground: Ground) => Activity,
][] = [
  ...[
    "task/fetch",
    "composeExtension/query",
    "fileConsent/invoke",
    "application/search",
    "adaptiveCard/other",
  ].flatMap((name) =>
    [null, {}, [], "x"].map((value): (typeof idleActivities)[number] => [
      `an invoke ${name} with ${JSON.stringify(value)}`,
      501,
      ({ press }) => changed(press(), { name, value }),
    ]),
  ),
  [
    "an invoke without a name",
    501,
    ({ press }) => changed(press(), { name: undefined }),
  ],
  ...["event", "messageReaction", "trace", "handoff", "somethingNew"].map(
    (type): (typeof idleActivities)[number] => [
      `an activity of the type ${type}`,
      200,
      ({ press }) => changed(press(), { type }),
    ],
  ),
  [
    "a meeting's start without the meeting",
    200,
    ({ press }) =>
      changed(press(), {
        type: "event",
        name: "application/vnd.microsoft.meetingStart",
        value: null,
      }),
  ],
  [
    "a personal installation by nobody",
    200,
    ({ press }) =>
      changed(press(), {
        type: "installationUpdate",
        action: "add",
        from: { id: "29:nobody" },
        conversation: { id: "a:nobody", conversationType: "personal" },
      }),
  ],
  [
    "a change of a team that it does not name",
    200,
    ({ press, world }) =>
      changed(press(), {
        type: "conversationUpdate",
        membersRemoved: [
          { id: `28:${world.simulator.environment()["BOT_ID"]}` },
        ],
        "channelData.team": undefined,
      }),
  ],
];

function having(fields: Activity) {
  return (going: Activity): unknown => ({ ...going, ...fields });
}

function without(name: string) {
  return (going: Activity): unknown => changed(going, { [name]: undefined });
}

function idOf(world: Ground["world"], address: string): string {
  return (
    world.simulator.world.people.find(({ mail }) => mail === address)?.id ?? ""
  );
}

function nested(depth: number): unknown {
  return JSON.parse("[".repeat(depth) + "]".repeat(depth));
}
