import type { EventChange } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import {
  changeOf,
  heldEvents,
  mailsAbout,
  type HeldEvents,
} from "../harness/held-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const emily = "EmilyB@contoso.com";

const invited = (...addresses: string[]) => ({
  audience: { group: false, addresses },
});

/** The description that all of these events have, as HTML. */
const sameDescription = lunch("")
  .description.split("\n\n")
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join("<p>&nbsp;</p>");

interface Case {
  name: string;
  /** One after the other, each from what the lead sees then; all within one hold. */
  edits: Partial<EventChange>[];
  /** Mails after the invitations, by address. */
  mails: Record<string, string[]>;
  /** Whether Outlook is asked to change anything. */
  writes: number;
  /** Fields of that request. */
  sends?: string[];
}

const everybody = (kind: string) => ({ [adele]: [kind], [diego]: [kind] });

/** Adele and Diego are invited; then a lead makes these edits. */
const cases: Case[] = [
  {
    name: "the title changes",
    edits: [{ title: "Renamed" }],
    mails: everybody("update"),
    writes: 1,
  },
  {
    name: "the description changes",
    edits: [{ description: "Other words." }],
    mails: everybody("update"),
    writes: 1,
  },
  {
    name: "the description is emphasised, and then written another way",
    edits: [
      { descriptionHtml: "<p>Bring <b>food</b>.</p>" },
      {
        description: "counts for nothing",
        descriptionHtml:
          "<div>Bring <span style='font-weight:bold'>food</span>. </div><p>&nbsp;</p>",
      },
    ],
    mails: everybody("update"),
    writes: 1,
  },
  {
    name: "the description is the same, written as an editor does",
    edits: [{ description: "", descriptionHtml: sameDescription }],
    mails: {},
    writes: 0,
  },
  {
    name: "the time changes",
    edits: [{ start: "2031-12-03T12:00", end: "2031-12-03T13:00" }],
    mails: everybody("update"),
    writes: 1,
  },
  {
    name: "the place changes",
    edits: [{ location: "Room 5" }],
    mails: everybody("update"),
    writes: 1,
  },
  {
    name: "somebody is added",
    edits: [invited(adele, diego, emily)],
    mails: { [emily]: ["invitation"] },
    writes: 1,
    sends: ["attendees"],
  },
  {
    name: "somebody is removed",
    edits: [invited(adele)],
    mails: { [diego]: ["cancellation"] },
    writes: 1,
    sends: ["attendees"],
  },
  {
    name: "one is added and another removed",
    edits: [invited(adele, emily)],
    mails: { [emily]: ["invitation"], [diego]: ["cancellation"] },
    writes: 1,
    sends: ["attendees"],
  },
  {
    name: "the place changes and somebody is added",
    edits: [{ location: "Room 5", ...invited(adele, diego, emily) }],
    mails: { ...everybody("update"), [emily]: ["invitation"] },
    writes: 1,
  },
  {
    name: "others may join",
    edits: [{ open: true }],
    mails: {},
    writes: 0,
  },
  { name: "nothing is changed", edits: [{}], mails: {}, writes: 0 },
  {
    name: "it is edited twice quickly",
    edits: [{ location: "Room 5" }, { title: "Renamed twice" }],
    mails: everybody("update"),
    writes: 1,
  },
  {
    name: "it is edited and changed back",
    edits: [{ location: "Room 5" }, { location: "Room 4" }],
    mails: {},
    writes: 0,
  },
  {
    name: "the same person is added and removed",
    edits: [invited(adele, diego, emily), invited(adele, diego)],
    mails: {},
    writes: 0,
  },
  {
    name: "the same person is removed and added",
    edits: [invited(adele), invited(adele, diego)],
    mails: {},
    writes: 0,
  },
  {
    name: "the time is moved and moved back, and somebody is added",
    edits: [
      { start: "2031-12-03T12:00", end: "2031-12-03T13:00" },
      {
        start: "2031-12-01T12:00",
        end: "2031-12-01T13:00",
        ...invited(adele, diego, emily),
      },
    ],
    mails: { [emily]: ["invitation"] },
    writes: 1,
    sends: ["attendees"],
  },
];

describe("who is mailed about an event that waits for the service account", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("gets an invitation to it as it is in the end, and no update", async () => {
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const held = heldEvents(world, groupId);
    const lead = world.as(people.lead);
    const { body: event } = await held.schedule(
      "Early lunch",
      invited(adele, diego),
    );
    const wanted = changeOf(event, {
      location: "Room 5",
      ...invited(adele, emily),
    });
    const { body: preview } = await lead.send<MailPreview>(
      "POST",
      `/api/events/${event.id}/preview`,
      wanted,
    );
    expect(preview).toMatchObject({
      people: 2,
      mails: [
        {
          kind: "invitation",
          reason: "newEvent",
          names: ["Adele Vance", "Emily Braun"],
        },
      ],
    });
    expect((await held.change(event, wanted)).status).toBe(200);
    await world.connectAccount();
    await held.isOut(event.id);
    await untilIdle(world);
    expect(mailsAbout(world, "Early lunch")).toEqual({
      [adele]: ["invitation"],
      [emily]: ["invitation"],
    });
  });
});

describe("who would be mailed, asked before anything is sent", () => {
  let world: World;
  let held: HeldEvents;
  let groupId: string;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    held = heldEvents(world, groupId);
  });
  afterAll(() => world.close());

  const guests = Array.from(
    { length: 14 },
    (_, n) => `guest-${n + 1}@partner.example`,
  );

  const ask = async (path: string, body: unknown) => {
    const { status, body: preview } = await world
      .as(people.lead)
      .send<MailPreview>("POST", path, body);
    expect(status).toBe(200);
    return preview;
  };

  it("is ten by name, and everybody where all are asked for", async () => {
    const wanted = { ...lunch(groupId), ...invited(adele, ...guests) };
    const path = "/api/events/preview";
    const few = await ask(path, wanted);
    expect(few.mails[0]).toMatchObject({ people: 15, reason: "newEvent" });
    expect(few.mails[0]?.names).toHaveLength(10);
    expect(few.mails[0]).not.toHaveProperty("who");
    const all = await ask(`${path}?names=all`, wanted);
    const { who = [], ...rest } = all.mails[0] ?? {};
    expect(rest).toEqual(few.mails[0]);
    expect(all.people).toBe(few.people);
    expect(new Set(who.map(({ address }) => address))).toEqual(
      new Set([adele.toLowerCase(), ...guests]),
    );
    expect(who).toContainEqual({
      name: "Adele Vance",
      address: adele.toLowerCase(),
    });
    expect(who).toHaveLength(15);
  });

  it("is everybody of a change and of a cancellation, too", async () => {
    const event = await held.scheduled(
      "Named lunch",
      invited(adele, diego, ...guests),
    );
    const path = `/api/events/${event.id}`;
    const changed = await ask(
      `${path}/preview?names=all`,
      changeOf(event, { location: "Room 5", ...invited(adele, ...guests) }),
    );
    expect(changed.mails.map(({ kind, who }) => [kind, who?.length])).toEqual([
      ["update", 15],
      ["cancellation", 1],
    ]);
    const cancelled = await ask(`${path}/cancel/preview?names=all`, {
      message: "",
    });
    expect(cancelled.mails.map(({ kind, who }) => [kind, who?.length])).toEqual(
      [["cancellation", 16]],
    );
  });

  it("refuses another number of names, and says which there are", async () => {
    expect(
      await world.as(people.lead).send("POST", "/api/events/preview?names=12", {
        ...lunch(groupId),
        ...invited(adele),
      }),
    ).toMatchObject({
      status: 422,
      body: { field: "names", detail: "Ask for names=all, or leave it out." },
    });
  });
});

describe("who is mailed", () => {
  let world: World;
  let held: HeldEvents;
  /** Sent together, for one hold instead of many. */
  let events: EventDetail[];
  beforeAll(async () => {
    world = await openWorld({ environment: { SEND_HOLD_SECONDS: "2" } });
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    held = heldEvents(world, groupId);
    events = await Promise.all(
      cases.map((_, n) =>
        held.scheduled(`Case ${n} lunch`, invited(adele, diego)),
      ),
    );
  });
  afterAll(() => world.close());

  /** The changes of this event that Outlook was asked for. */
  const writesSince = (start: number) =>
    world.simulator
      .exchanges()
      .slice(start)
      .filter(
        ({ service, method }) => service === "graph" && method === "PATCH",
      );

  /** What a preview says by kind of mail. */
  const foretold = ({ mails }: MailPreview) =>
    mails.map(({ kind, names }) => [kind, names.toSorted()]);

  it.each(cases.map((one, n) => [one.name, one, n] as const))(
    "when %s, is whom the change concerns, once, and as the preview said",
    async (_, { edits, mails, writes, sends }, n) => {
      await untilIdle(world);
      let event: EventDetail = await world
        .as(people.lead)
        .event(events[n]?.id ?? "");
      const start = world.simulator.exchanges().length;
      const before = mailbox();
      const lead = world.as(people.lead);
      let wanted = changeOf(event, {});
      let preview: MailPreview | null = null;
      for (const edit of edits) {
        wanted = { ...wanted, ...edit };
        const asked = await lead.send<MailPreview>(
          "POST",
          `/api/events/${event.id}/preview`,
          wanted,
        );
        preview = asked.body;
        const changed = await held.change(event, wanted);
        expect(changed.status).toBe(200);
        event = changed.body;
      }
      await held.isOut(event.id);
      await untilIdle(world);
      expect(newSince(before)).toEqual(mails);
      expect(preview && foretold(preview).toSorted()).toEqual(
        byKind(mails).toSorted(),
      );
      const written = writesSince(start);
      expect(written).toHaveLength(writes);
      if (sends)
        expect(Object.keys(written[0]?.requestBody as object)).toEqual(sends);
    },
  );

  it("when a change that waits is followed by a cancellation, is everybody once, of the cancellation alone", async () => {
    const event = await held.scheduled("Given up", invited(adele, diego));
    const changed = await held.change(
      event,
      changeOf(event, { location: "Room 5" }),
    );
    await held.cancel(changed.body, "No room.");
    await held.isOut(event.id);
    await untilIdle(world);
    const both = ["invitation", "cancellation"];
    expect(mailsAbout(world, "Given up")).toEqual({
      [adele]: both,
      [diego]: both,
    });
  });

  /** How many mails everybody has. */
  function mailbox(): Map<string, number> {
    return new Map(
      world.simulator.world.people.map(({ mail }) => [
        mail,
        world.simulator.mailbox(mail).mails.length,
      ]),
    );
  }

  function newSince(before: Map<string, number>): Record<string, string[]> {
    const fresh: Record<string, string[]> = {};
    for (const [address, count] of before) {
      const { mails } = world.simulator.mailbox(address);
      const kinds = mails.slice(0, mails.length - count);
      if (kinds.length > 0) fresh[address] = kinds.map(({ kind }) => kind);
    }
    return fresh;
  }

  /** The same mails as a preview tells them. */
  function byKind(mails: Record<string, string[]>): [string, string[]][] {
    const names = new Map<string, string[]>();
    for (const [address, kinds] of Object.entries(mails))
      for (const kind of kinds)
        names.set(kind, [...(names.get(kind) ?? []), nameOf(address)]);
    return [...names].map(([kind, who]) => [kind, who.toSorted()]);
  }

  function nameOf(address: string): string {
    const person = world.simulator.world.people.find(
      ({ mail }) => mail === address,
    );
    if (!person) throw new Error(`There is no ${address}.`);
    return person.displayName;
  }
});
