import { changed, type Delivery, type Ground } from "./ground.ts";

const elsewhere = "22222222-2222-4222-8222-222222222222";

/** Deliveries of the Bot Framework whose form is wrong, with the refusal's status and code. */
export const malformed: [
  name: string,
  refusal: [status: number, code: string],
  forge: (ground: Ground) => Delivery,
][] = [
  ...changedFields([
    ["without a type", { type: undefined }],
    ["of an empty type", { type: "" }],
    ["whose type is an object", { type: { $ne: "x" } }],
    ["without a sender", { from: undefined }],
    ["whose sender is a list", { from: [] }],
    ["whose sender has no id", { "from.id": undefined }],
    [
      "whose sender's object id is no GUID",
      { "from.aadObjectId": "' or 1=1 --" },
    ],
    ["whose sender's object id is a list", { "from.aadObjectId": [elsewhere] }],
    ["without a conversation", { conversation: undefined }],
    ["whose conversation is a sentence", { conversation: "19:x@thread.tacv2" }],
    ["whose conversation has no id", { "conversation.id": undefined }],
    [
      "whose conversation's id is endless",
      { "conversation.id": "19:".repeat(1000) },
    ],
    ["without a service address", { serviceUrl: undefined }],
    ["whose service address is a file", { serviceUrl: "file:///etc/passwd" }],
    ["whose service address is no address", { serviceUrl: "smba" }],
    ["without a channel", { channelId: undefined }],
    ["of the emulator", { channelId: "emulator" }],
    ["of another channel", { channelId: "directline" }],
    ["whose channel data are a list", { channelData: [] }],
    ["whose tenant is a sentence", { "channelData.tenant": "contoso" }],
    ["whose team's id is a number", { "channelData.team": { id: 7 } }],
    ["whose entities are an object", { entities: { type: "mention" } }],
    ["whose new members are an object", { membersAdded: { id: "28:x" } }],
    ["whose new members have no ids", { membersAdded: [{}] }],
    ["whose answered message is an object", { replyToId: { $gt: "" } }],
    [
      "whose text is endless",
      { type: "message", value: undefined, text: "a".repeat(200_000) },
    ],
    [
      "whose text is a list",
      { type: "message", value: undefined, text: ["help"] },
    ],
  ]),
  ...documents([
    ["nothing", "", [400, "malformedJson"]],
    ["no JSON", "type=invoke", [400, "malformedJson"]],
    ["half a document", '{"type":"invoke"', [400, "malformedJson"]],
    ["null", "null", [400, "malformedActivity"]],
    ["a number", "7", [400, "malformedActivity"]],
    ["a sentence", '"help"', [400, "malformedActivity"]],
    ["an empty list", "[]", [400, "malformedActivity"]],
    ["an empty object", "{}", [400, "malformedActivity"]],
    [
      "lists a hundred thousand deep",
      nested(100_000),
      [400, "malformedActivity"],
    ],
    ["more than 512 KB", `"${"a".repeat(513 * 1024)}"`, [413, "bodyTooLarge"]],
  ]),
  [
    "a list of activities",
    [400, "malformedActivity"],
    (ground) => ({ raw: { body: JSON.stringify([ground.press()]) } }),
  ],
  ...[
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/xml",
    "",
  ].map((type): (typeof malformed)[number] => [
    `an activity as “${type}”`,
    [415, "wrongContentType"],
    (ground) => ({
      activity: ground.press(),
      raw: { headers: { "Content-Type": type } },
    }),
  ]),
  [
    "a question for the address",
    [404, "notFound"],
    () => ({ raw: { method: "GET" } }),
  ],
  ...["PUT", "PATCH", "DELETE"].map((method): (typeof malformed)[number] => [
    `an activity by ${method}`,
    [405, "methodNotAllowed"],
    (ground) => ({ activity: ground.press(), raw: { method } }),
  ]),
];

/** Activities of other organizations, or of none. */
export const foreign: [
  name: string,
  changes: (ground: Ground) => Record<string, unknown>,
][] = [
  [
    "whose channel data name another organization",
    () => ({ "channelData.tenant.id": elsewhere }),
  ],
  [
    "whose conversation is in another organization",
    () => ({ "conversation.tenantId": elsewhere }),
  ],
  [
    "that names another organization throughout",
    () => ({
      "channelData.tenant.id": elsewhere,
      "conversation.tenantId": elsewhere,
    }),
  ],
  [
    "that names no organization",
    () => ({
      "channelData.tenant": undefined,
      "conversation.tenantId": undefined,
    }),
  ],
  [
    "that adds the app to another organization's team",
    ({ world }) => ({
      type: "conversationUpdate",
      name: undefined,
      value: undefined,
      membersAdded: [{ id: `28:${world.simulator.environment()["BOT_ID"]}` }],
      "channelData.tenant.id": elsewhere,
      "channelData.team": { id: "19:foreign@thread.tacv2", name: "Foreign" },
    }),
  ],
  [
    "that adds the app to another organization's chat",
    ({ world }) => ({
      type: "conversationUpdate",
      name: undefined,
      value: undefined,
      membersAdded: [{ id: `28:${world.simulator.environment()["BOT_ID"]}` }],
      "channelData.tenant.id": elsewhere,
      conversation: {
        id: "a:foreign",
        conversationType: "personal",
        tenantId: elsewhere,
      },
    }),
  ],
  [
    "that removes the app on another organization's behalf",
    ({ world }) => ({
      type: "conversationUpdate",
      name: undefined,
      value: undefined,
      membersRemoved: [{ id: `28:${world.simulator.environment()["BOT_ID"]}` }],
      "channelData.tenant.id": elsewhere,
    }),
  ],
];

function changedFields(
  rows: [string, Record<string, unknown>][],
): typeof malformed {
  return rows.map(([name, changes]) => [
    `an activity ${name}`,
    [400, "malformedActivity"],
    (ground) => ({ activity: changed(ground.press(), changes) }),
  ]);
}

function documents(
  rows: [string, string, [number, string]][],
): typeof malformed {
  return rows.map(([name, body, refusal]) => [
    name,
    refusal,
    () => ({ raw: { body } }),
  ]);
}

function nested(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}
