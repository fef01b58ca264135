import type { GroupRole } from "../../contract/groups.ts";
import type { Actor } from "./actor.ts";
import { may, type EventFacts, type Request } from "./policy.ts";

const groupId = "g1";
const actorWith = (role: GroupRole | null, isAdmin = false): Actor => ({
  objectId: "o1",
  displayName: "Megan Bowen",
  addresses: ["meganb@contoso.com"],
  mailAddress: "meganb@contoso.com",
  isAdmin,
  roles: new Map(role ? [[groupId, role]] : []),
});
const event = (
  facts: Partial<EventFacts> & {
    confidential?: boolean;
    /** Of a second group that hosts it, which none of the people is in. */
    coHost?: "open" | "confidential";
  },
) => ({
  groups: [
    {
      id: groupId,
      confidential: facts.confidential ?? false,
      installed: true,
    },
    ...(facts.coHost
      ? [
          {
            id: "g2",
            confidential: facts.coHost === "confidential",
            installed: true,
          },
        ]
      : []),
  ],
  cancelled: facts.cancelled ?? false,
  hasEnded: facts.hasEnded ?? false,
  isAttendee: facts.isAttendee ?? false,
  open: facts.open ?? false,
  isHeld: facts.isHeld ?? false,
});

const people = {
  owner: actorWith("owner"),
  contributor: actorWith("contributor"),
  member: actorWith("member"),
  stranger: actorWith(null),
  admin: actorWith(null, true),
};

const group = { id: groupId, confidential: false, installed: true };
const table: [string, Request, (keyof typeof people)[]][] = [
  [
    "change a group's settings",
    { action: "group.manage", group },
    ["owner", "contributor"],
  ],
  [
    "see the insights of their groups",
    { action: "insights.see", scope: "mine" },
    ["owner", "contributor"],
  ],
  ["see all insights", { action: "insights.see", scope: "all" }, ["admin"]],
  ["appoint leads", { action: "group.appoint", group }, ["owner"]],
  ["manage the account", { action: "account.manage" }, ["admin"]],
  ["oversee the groups", { action: "groups.oversee" }, ["admin"]],
  ["manage audiences", { action: "audiences.manage" }, ["admin"]],
  [
    "see the groups that admins named",
    { action: "mailingLists.see" },
    ["owner", "contributor", "admin"],
  ],
  ["schedule", { action: "event.schedule", group }, ["owner", "contributor"]],
  [
    "schedule where the app was removed",
    { action: "event.schedule", group: { ...group, installed: false } },
    [],
  ],
  [
    "see an event",
    { action: "event.see", event: event({}) },
    ["owner", "contributor", "member", "stranger", "admin"],
  ],
  [
    "see a confidential event",
    { action: "event.see", event: event({ confidential: true }) },
    ["owner", "contributor", "member"],
  ],
  [
    "see a confidential event as an attendee",
    {
      action: "event.see",
      event: event({ confidential: true, isAttendee: true }),
    },
    ["owner", "contributor", "member", "stranger", "admin"],
  ],
  [
    "edit",
    { action: "event.edit", event: event({}) },
    ["owner", "contributor"],
  ],
  [
    "edit a cancelled event",
    { action: "event.edit", event: event({ cancelled: true }) },
    [],
  ],
  [
    "cancel an event that has ended",
    { action: "event.cancel", event: event({ hasEnded: true }) },
    [],
  ],
  [
    "see who answered what",
    { action: "event.seeAttendees", event: event({ isAttendee: true }) },
    ["owner", "contributor"],
  ],
  [
    "take the list of people along",
    { action: "event.export", event: event({ hasEnded: true }) },
    ["owner"],
  ],
  [
    "take the list along where another group is confidential",
    { action: "event.export", event: event({ coHost: "confidential" }) },
    [],
  ],
  [
    "edit an event that another group hosts, too",
    { action: "event.edit", event: event({ coHost: "open" }) },
    ["owner", "contributor"],
  ],
  [
    "see who answered what where another group is confidential",
    { action: "event.seeAttendees", event: event({ coHost: "confidential" }) },
    [],
  ],
  [
    "edit where another group is confidential: it tells who is in that group",
    { action: "event.edit", event: event({ coHost: "confidential" }) },
    [],
  ],
  [
    "cancel where another group is confidential",
    { action: "event.cancel", event: event({ coHost: "confidential" }) },
    ["owner", "contributor"],
  ],
  [
    "look after an event where another group is confidential",
    { action: "event.lead", event: event({ coHost: "confidential" }) },
    ["owner", "contributor"],
  ],
  [
    "see an event that a confidential group hosts, too",
    { action: "event.see", event: event({ coHost: "confidential" }) },
    ["owner", "contributor", "member"],
  ],
  [
    "see it before it is sent",
    {
      action: "event.see",
      event: event({ coHost: "confidential", isHeld: true }),
    },
    ["owner", "contributor"],
  ],
  [
    "answer without an invitation",
    { action: "event.answer", event: event({}) },
    [],
  ],
  [
    "answer with an invitation",
    { action: "event.answer", event: event({ isAttendee: true }) },
    ["owner", "contributor", "member", "stranger", "admin"],
  ],
  [
    "answer an open event without an invitation",
    { action: "event.answer", event: event({ open: true }) },
    ["owner", "contributor", "member", "stranger", "admin"],
  ],
  [
    "answer an open event of a confidential group without an invitation",
    {
      action: "event.answer",
      event: event({ open: true, confidential: true }),
    },
    ["owner", "contributor", "member"],
  ],
  [
    "answer an open event that is cancelled",
    { action: "event.answer", event: event({ open: true, cancelled: true }) },
    [],
  ],
  [
    "answer a cancelled event",
    {
      action: "event.answer",
      event: event({ isAttendee: true, cancelled: true }),
    },
    [],
  ],
];

describe("policy", () => {
  it("lets those edit and see names who lead every confidential group", () => {
    const both = actorWith("contributor");
    const actor = {
      ...both,
      roles: new Map([...both.roles, ["g2", "owner"] as const]),
    };
    for (const action of ["event.edit", "event.seeAttendees"] as const)
      expect(
        may(actor, { action, event: event({ coHost: "confidential" }) }),
      ).toBe(true);
    const onlyTheOther = {
      ...actor,
      roles: new Map([["g2", "owner"] as const]),
    };
    expect(
      may(onlyTheOther, {
        action: "event.seeAttendees",
        event: event({ coHost: "confidential" }),
      }),
    ).toBe(true);
  });

  it.each(table)("who may %s", (_what, request, expected) => {
    const allowed = (Object.keys(people) as (keyof typeof people)[]).filter(
      (name) => may(people[name], request),
    );
    expect(allowed).toEqual(expected);
  });
});
