import type {
  Appearance,
  AppearanceRequest,
} from "../../bot/contract/appearance.ts";
import type { EventHistory } from "../../bot/contract/event-history.ts";
import type {
  EventChange,
  NewEvent,
} from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import { addLead } from "../harness/add-lead.ts";
import { changeOf, mailsAbout } from "../harness/held-events.ts";
import { untilIdle } from "../harness/idle.ts";
import { parseCard } from "../harness/parse-card.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const women = "Women at Contoso";
const parents = "Parents and Caregivers";
const pride = "Pride Network";
const megan = people.lead;
const alex = "AlexW@contoso.com";
const lee = "LeeG@contoso.com";
const adele = "AdeleV@contoso.com";
const ben = "BenW@contoso.com";
const nestor = "NestorW@contoso.com";
const grady = "GradyA@contoso.com";
/** In no group's team. */
const stranger = "AllanD@contoso.com";
/** In Women and in Parents. */
const inBoth = [megan, "LynneR@contoso.com", "EmilyB@contoso.com"];

describe("an event that several groups host", () => {
  let world: World;
  let groups: Record<"women" | "parents" | "pride", string>;

  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    groups = {
      women: await world.groupId(women, megan),
      parents: await world.groupId(parents, alex),
      pride: await world.groupId(pride, lee),
    };
    await world
      .as(lee)
      .send("PUT", `/api/groups/${groups.pride}`, { confidential: true });
    await untilIdle(world);
  });
  afterAll(() => world.close());

  const send = <T = EventDetail & { code?: string; message?: string }>(
    person: string,
    method: string,
    path: string,
    body?: unknown,
    version?: number,
  ) =>
    world
      .as(person)
      .send<T>(
        method,
        path,
        body,
        version === undefined ? {} : { "If-Match": `"${version}"` },
      );
  const general = (team: string) => {
    const found = world.simulator.world.teams.find(({ name }) => name === team);
    if (!found) throw new Error(`There is no team ${team}.`);
    return found.id;
  };
  const hosted = (
    title: string,
    coHosts: string[],
    more: Partial<NewEvent> = {},
  ): NewEvent =>
    lunch(groups.women, {
      title,
      ...more,
      audience: { group: true, coHosts, addresses: [], ...more.audience },
    });
  const isOut = (id: string, person = megan) =>
    waitFor("event and cards to be out", async () => {
      const event = await world.as(person).event(id);
      return (
        event.status === "scheduled" &&
        event.progress.invited === event.progress.total &&
        (event.cards ?? []).every(({ state }) => state === "upToDate") &&
        event
      );
    });
  const schedule = async (person: string, wanted: NewEvent) => {
    const { status, body } = await send(person, "POST", "/api/events", wanted);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return isOut(body.id, person);
  };
  const change = async (
    person: string,
    id: string,
    changes: Partial<EventChange>,
  ) => {
    const event = await world.as(person).event(id);
    return send(
      person,
      "PUT",
      `/api/events/${id}`,
      changeOf(event, changes),
      event.version,
    );
  };
  /** What the event's history says of each change, the newest first. */
  const changesOf = async (person: string, id: string) =>
    (
      await send<EventHistory>(person, "GET", `/api/events/${id}/history`)
    ).body.entries.flatMap(({ kind, changes }) =>
      kind === "changed" ? [changes] : [],
    );
  const cardTexts = (team: string, title: string) =>
    world.simulator
      .messages({ conversation: general(team) })
      .filter(
        ({ isDeleted, cards }) =>
          !isDeleted && JSON.stringify(cards).includes(title),
      )
      .map(({ cards }) => parseCard(cards[0]).texts);

  it("can be scheduled only with groups that the lead leads", async () => {
    const wanted = hosted("Not for Megan", [groups.parents]);
    for (const path of ["/api/events", "/api/events/preview"])
      expect(await send(megan, "POST", path, wanted)).toMatchObject({
        status: 422,
        body: {
          code: "coHostRefused",
          field: "audience.coHosts",
          detail: expect.stringContaining(parents) as string,
        },
      });
    // A confidential group looks like none to whoever is not in it.
    const hidden = await send(
      megan,
      "POST",
      "/api/events",
      hosted("Not for Megan", [groups.pride]),
    );
    expect(hidden).toMatchObject({
      status: 422,
      body: { code: "coHostRefused" },
    });
    expect(JSON.stringify(hidden.body)).not.toContain(pride);
    expect((await world.as(megan).events()).events).toEqual([]);
    await addLead(world, { groupId: groups.parents, person: megan });
  });

  describe("of two open groups", () => {
    const title = "Shared lunch";
    let event: EventDetail;
    beforeAll(async () => {
      event = await schedule(
        megan,
        hosted(title, [groups.parents], {
          channelIds: [general(women), general(parents)],
        }),
      );
    });

    it("invites everybody of both, and who is in both once", () => {
      const mails = mailsAbout(world, title);
      expect(Object.keys(mails)).toEqual(
        expect.arrayContaining([adele, alex, ben, ...inBoth]),
      );
      // 12 and 9 people, three of whom are the same.
      expect(Object.keys(mails)).toHaveLength(18);
      for (const kinds of Object.values(mails))
        expect(kinds).toEqual(["invitation"]);
    });

    it("is previewed with as many people as the review before sending counts", async () => {
      const addresses = [adele, "Guest@fabrikam.com"];
      const audience = { group: true, coHosts: [groups.parents], addresses };
      const wanted = hosted("Foreseen", [groups.parents], { audience });
      const asked: AppearanceRequest = {
        ...{ groupId: groups.women, eventId: null, title: "Foreseen" },
        ...{ start: wanted.start, end: wanted.end, timeZone: wanted.timeZone },
        ...{ isAllDay: false, isOnline: true, location: "", open: false },
        descriptionHtml: "",
        coHosts: [groups.parents],
        audience: { group: true, addresses, moreAddresses: 0, lists: [] },
      };
      const ask = (person: string, more: object = {}) =>
        send<Appearance>(person, "POST", "/api/events/appearance", {
          ...asked,
          ...more,
        });
      const { people: counted } = (
        await send<MailPreview>(megan, "POST", "/api/events/preview", wanted)
      ).body;
      expect(counted).toBe(19);
      const drawn = async (more: object) =>
        parseCard((await ask(megan, more)).body.card).texts.join("\n");
      expect(await drawn({})).toContain("19 of 19 not answered");
      // Without the further group's, and with a list, which is no person.
      expect(
        await drawn({
          coHosts: [],
          audience: {
            ...asked.audience,
            moreAddresses: 600,
            lists: [{ address: "Guest@fabrikam.com", about: 40 }],
          },
        }),
      ).toMatch(/612 of 612 not answered/);
      expect(
        await ask(megan, { coHosts: [groups.parents, groups.pride] }),
      ).toMatchObject({ status: 422, body: { code: "coHostRefused" } });
    });

    it("is in the lists of both, and says who hosts it", async () => {
      for (const [person, groupId] of [
        [ben, groups.parents],
        [adele, groups.women],
      ] as const) {
        const { events } = await world.as(person).events(`?groupId=${groupId}`);
        expect(events).toEqual([
          expect.objectContaining({
            title,
            groupName: women,
            coHosts: [{ id: groups.parents, name: parents }],
            confidential: false,
          }),
        ]);
      }
      expect(await world.as(ben).event(event.id)).toMatchObject({
        attendees: null,
        coHosts: [{ name: parents }],
        permissions: { edit: false, seeAttendees: false },
      });
    });

    it("has its card in both teams' channels, to be answered in each", async () => {
      for (const team of [women, parents])
        expect(cardTexts(team, title)).toEqual([
          expect.arrayContaining([`By ${women} and ${parents}`]),
        ]);
      expect(event.cards).toEqual([
        expect.objectContaining({
          group: { id: groups.parents, name: parents },
        }),
        expect.objectContaining({ group: { id: groups.women, name: women } }),
      ]);
      const [message] = world.simulator
        .messages({ conversation: general(parents) })
        .filter(({ cards }) => JSON.stringify(cards).includes(title));
      await world.simulator.execute({
        conversation: general(parents),
        person: ben,
        messageId: message?.id ?? "",
        title: "Going",
      });
      await waitFor("the answer in the other team", () =>
        cardTexts(women, title)[0]?.some((text) => text.startsWith("1 going")),
      );
    });

    it("is looked after by the leads of both, who also run its meeting", async () => {
      const seen = await world.as(alex).event(event.id);
      expect(seen).toMatchObject({
        permissions: { edit: true, cancel: true, seeAttendees: true },
        audience: { coHosts: [groups.parents] },
      });
      expect(seen.attendees).toHaveLength(18);
      const run = await waitFor("the meeting", async () => {
        const { forLeads } = (await world.as(megan).event(event.id)).meeting;
        return forLeads?.state === "ready" && forLeads;
      });
      expect(run.canRun).toEqual(
        expect.arrayContaining(["Megan Bowen", "Alex Wilber"]),
      );
      // Alex does not lead the other group, and may leave it as it is.
      expect(
        (await change(alex, event.id, { location: "Room 7" })).status,
      ).toBe(200);
      await isOut(event.id);
      expect(mailsAbout(world, title)[adele]).toEqual(["invitation", "update"]);
    });

    it("invites who joins either of them later", async () => {
      world.simulator.addMember({ team: parents, person: nestor });
      world.simulator.addMember({ team: parents, person: stranger });
      await waitFor("the newcomer", async () =>
        (await world.as(megan).event(event.id)).attendees?.some(
          ({ displayName }) => displayName === "Allan Deyoung",
        ),
      );
      await untilIdle(world);
      expect(mailsAbout(world, title)[stranger]).toEqual(["invitation"]);
      const { lateInvitations } = await world.as(alex).event(event.id);
      expect(lateInvitations).toEqual([
        expect.objectContaining({ groupName: parents, people: 1 }),
      ]);
      world.simulator.removeMember({ team: parents, person: stranger });
      await untilIdle(world);
    });

    it("loses the other group's people and card alone when that hosts it no more", async () => {
      const before = mailsAbout(world, title);
      const { status } = await change(megan, event.id, {
        audience: { group: true, coHosts: [], addresses: [] },
        channelIds: [general(women)],
      });
      expect(status).toBe(200);
      await isOut(event.id);
      await untilIdle(world);
      const after = mailsAbout(world, title);
      for (const person of [alex, ben, stranger])
        expect(after[person]?.at(-1)).toBe("cancellation");
      for (const person of [adele, ...inBoth])
        expect(after[person]).toEqual(before[person]);
      expect(cardTexts(parents, title)).toEqual([]);
      expect(cardTexts(women, title)).toHaveLength(1);
      expect((await world.as(alex).events()).events).toEqual([]);
      expect((await changesOf(megan, event.id))[0]).toEqual([
        { field: "people", added: 0, removed: 7 },
        { field: "channels", from: ["General", "General"], to: ["General"] },
        { field: "coHosts", added: [], removed: [parents] },
      ]);
    });
  });

  describe("one of which is confidential", () => {
    const title = "Quiet lunch";
    let event: EventDetail;
    beforeAll(async () => {
      world.simulator.addMember({ team: pride, person: megan });
      await waitFor("Megan in the group", async () =>
        (await world.as(megan).me()).groups.some(({ name }) => name === pride),
      );
      await addLead(world, { groupId: groups.pride, person: megan });
      await addLead(world, { groupId: groups.women, person: adele });
      event = await schedule(
        megan,
        hosted(title, [groups.pride], { channelIds: [general(women)] }),
      );
      world.simulator.installPersonally(stranger);
      await untilIdle(world);
    });

    it("does not exist for anybody outside", async () => {
      const path = `/api/events/${event.id}`;
      for (const person of [stranger, ben, people.admin]) {
        for (const [method, route, body] of [
          ["GET", path],
          ["GET", `${path}/stream`],
          ["GET", `${path}/answers`],
          ["GET", `${path}/attendees?search=a`],
          ["PUT", `${path}/response`, { answer: "accepted" }],
          ["POST", `${path}/cancel/preview`],
        ] as const)
          expect(await send(person, method, route, body)).toMatchObject({
            status: 404,
          });
        for (const query of ["", `?groupId=${groups.women}`])
          expect(
            (await world.as(person).events(query)).events.map(
              (one) => one.title,
            ),
          ).not.toContain(title);
      }
    });

    it("tells the bot's readers outside nothing, whatever they ask or press", async () => {
      const conversation = { personal: stranger };
      const fromBot = () =>
        world.simulator
          .messages({ conversation })
          .filter(({ from }) => from.kind === "bot");
      for (const text of ["upcoming events", "tally quiet"]) {
        const before = fromBot().length;
        world.simulator.say({ person: stranger, conversation, text });
        const answer = await waitFor("an answer", () => fromBot()[before]);
        expect(JSON.stringify(answer)).not.toContain(title);
      }
      const [message] = fromBot();
      for (const data of [
        { verb: "event.refresh", eventId: event.id },
        {
          verb: "event.answer",
          eventId: event.id,
          answer: "accepted",
          scheduleVersion: 1,
        },
      ]) {
        const answer = await world.simulator.execute({
          person: stranger,
          conversation,
          messageId: message?.id ?? "",
          action: { type: "Action.Execute", verb: data.verb, data },
        });
        expect(JSON.stringify(answer)).not.toContain(title);
        expect(JSON.stringify(answer)).toContain("There is no such event");
      }
    });

    it("is told of in its groups' own channels, and not where people of other teams read along", async () => {
      const team = world.simulator.world.teams.find(
        ({ name }) => name === women,
      );
      const allies = team?.channels.find(({ name }) => name === "Allies")?.id;
      world.simulator.addAppToChannel({ team: women, channel: allies ?? "" });
      await waitFor("the shared channel", async () =>
        (await world.as(megan).me()).groups.some(({ channels }) =>
          channels.some(({ id }) => id === allies),
        ),
      );
      const ask = async (conversation: string) => {
        const fromBot = () =>
          world.simulator
            .messages({ conversation })
            .filter(({ from, replyToId }) => from.kind === "bot" && replyToId);
        const before = fromBot().length;
        world.simulator.say({
          person: megan,
          conversation,
          text: "upcoming events",
          mentionsBot: true,
        });
        const answer = await waitFor("an answer", () => fromBot()[before]);
        return JSON.stringify(answer.cards);
      };
      expect(await ask(general(women))).toContain(title);
      expect(await ask(allies ?? "")).not.toContain(title);
    });

    it("names nobody to leads who do not lead the confidential group, and lets them cancel alone", async () => {
      const seen = await world.as(adele).event(event.id);
      expect(seen).toMatchObject({
        attendees: null,
        timeline: null,
        lateInvitations: null,
        audience: null,
        coHosts: [{ name: pride, confidential: true }],
        permissions: { edit: false, cancel: true, seeAttendees: false },
      });
      expect(seen.cards).toHaveLength(1);
      const path = `/api/events/${event.id}`;
      const wanted = changeOf(await world.as(megan).event(event.id), {});
      for (const [method, route, body] of [
        ["PUT", path, wanted],
        ["POST", `${path}/preview`, wanted],
        ["GET", `${path}/answers`],
        ["GET", `${path}/attendees?search=a`],
      ] as const)
        expect(
          await send(adele, method, route, body, seen.version),
        ).toMatchObject({ status: 403 });
      for (const query of ["", "?names=all"]) {
        const preview = await send<MailPreview>(
          adele,
          "POST",
          `${path}/cancel/preview${query}`,
        );
        expect(preview.body.people).toBeGreaterThan(12);
        expect(
          preview.body.mails.flatMap(({ names, who = [] }) => [names, who]),
        ).toEqual([[], []]);
      }
      for (const person of [megan, lee])
        expect(await world.as(person).event(event.id)).toMatchObject({
          permissions: { edit: true, seeAttendees: true },
          attendees: expect.arrayContaining([
            expect.objectContaining({ displayName: "Grady Archie" }),
          ]) as unknown,
        });
    });

    it("keeps its meeting to those invited, without a chat", async () => {
      const run = await waitFor("the meeting", async () => {
        const { forLeads } = (await world.as(megan).event(event.id)).meeting;
        return forLeads?.state === "ready" && forLeads;
      });
      expect(run).toMatchObject({ lobby: "invited", chat: false });
    });

    it("takes names away from whoever is looking when the confidential group comes to host it", async () => {
      const open = await schedule(megan, hosted("Lunch to be shared", []));
      const watched = world.as(adele).follow(open.id);
      const outside = world.as(ben).follow(open.id);
      try {
        await waitFor("names", () => watched.latest()?.attendees?.length);
        await waitFor("the outsider's view", () => outside.latest());
        const { status } = await change(megan, open.id, {
          audience: {
            group: true,
            coHosts: [groups.pride],
            addresses: [],
          },
          channelIds: [general(women), general(pride)],
        });
        expect(status).toBe(200);
        await waitFor(
          "no more names",
          () => watched.latest()?.attendees === null,
        );
        await waitFor("the outsider's stream to end", async () => {
          const { status: now } = await send(
            ben,
            "GET",
            `/api/events/${open.id}`,
          );
          return now === 404 && !outside.isConnected();
        });
        expect(JSON.stringify(outside.latest())).not.toContain("Grady");
        expect(outside.latest()?.progress.total).toBe(12);
      } finally {
        await watched.close();
        await outside.close();
      }
      expect(mailsAbout(world, "Lunch to be shared")[grady]).toBeDefined();
      await waitFor("the meeting to be closed to others", async () => {
        const { forLeads } = (await world.as(megan).event(open.id)).meeting;
        return forLeads?.lobby === "invited" && forLeads.chat === false;
      });
      // Afterwards its name and its channels are for its own people again, in the history as well.
      await change(megan, open.id, {
        audience: {
          ...{ group: true, lateJoiners: false },
          ...{ coHosts: [], addresses: [] },
        },
        channelIds: [general(women)],
      });
      const channels = {
        field: "channels",
        from: ["General", "General"],
        to: ["General"],
      };
      for (const [person, removed, told] of [
        [megan, pride, [channels]],
        [adele, null, []],
      ] as const)
        expect((await changesOf(person, open.id))[0]).toEqual([
          expect.objectContaining({ field: "people", added: 0 }),
          ...told,
          { field: "coHosts", added: [], removed: [removed] },
          { field: "lateJoiners", to: false },
        ]);
    });
  });
});
