import type {
  MailingList,
  MailingLists,
  WantedMailingList,
} from "../../bot/contract/audiences.ts";
import type { EventChange } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import type { Problem } from "../../bot/contract/problem.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const member = "AdeleV@contoso.com";
const alex = "AlexW@contoso.com";
const marketing: WantedMailingList = {
  name: "Marketing worldwide",
  address: "Marketing@contoso.com",
  about: 48_000,
  kind: "list",
};
const path = "/api/mailing-lists";

describe("mailing lists that an admin names", () => {
  let world: World;
  let channel: TestChannel;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterAll(() => world.close());

  const admin = () => world.as(people.admin);
  const lead = () => world.as(people.lead);
  const name = (wanted: Partial<WantedMailingList> = {}) =>
    admin().send<MailingLists & Problem>("POST", path, {
      ...marketing,
      ...wanted,
    });
  const lists = async () => (await lead().send<MailingLists>("GET", path)).body;
  const listNamed = async (wanted: string) => {
    const { body } = await admin().send<MailingLists>("GET", path);
    const list = body.lists.find((each) => each.name === wanted);
    if (!list) throw new Error(`There is no list ${wanted}.`);
    return list;
  };
  const change = (
    list: MailingList,
    wanted: Partial<WantedMailingList>,
    version = list.version,
  ) =>
    admin().send<MailingLists & Problem>(
      "PUT",
      `${path}/${list.id}`,
      {
        name: list.name,
        address: list.address,
        about: list.about,
        kind: list.kind,
        ...wanted,
      },
      { "If-Match": `"${version}"` },
    );
  const preview = (addresses: string[]) =>
    lead().send<MailPreview>(
      "POST",
      "/api/events/preview",
      lunch(channel.groupId, { audience: { group: false, addresses } }),
    );

  it("are offered to leads, by name, and to nobody else", async () => {
    const named = await name();
    expect(named.status).toBe(201);
    expect(named.body.lists).toEqual([
      {
        ...marketing,
        address: "marketing@contoso.com",
        id: expect.any(String) as string,
        version: 1,
        changed: {
          by: "Isaiah Langer",
          at: expect.any(String) as string,
        },
      },
    ]);
    expect((await lists()).lists).toEqual([
      expect.objectContaining({ name: marketing.name, changed: null }),
    ]);
    const { status, body } = await world.as(member).send<Problem>("GET", path);
    expect([status, body.code]).toEqual([403, "forbidden"]);
  });

  it("are named by admins alone", async () => {
    const list = await listNamed(marketing.name);
    for (const [method, route, body] of [
      ["POST", path, marketing],
      ["PUT", `${path}/${list.id}`, marketing],
      ["DELETE", `${path}/${list.id}`],
    ] as const)
      for (const person of [people.lead, member])
        expect(
          await world
            .as(person)
            .send(method, route, body, { "If-Match": '"1"' }),
        ).toMatchObject({ status: 403 });
    expect(await listNamed(marketing.name)).toEqual(list);
  });

  it("are named once, however often the same admin says the same", async () => {
    expect(await name()).toMatchObject({ status: 201 });
    expect((await lists()).lists).toHaveLength(1);
    expect(await name({ name: "Another" })).toMatchObject({
      status: 422,
      body: {
        code: "addressTaken",
        field: "address",
        detail:
          "marketing@contoso.com is named already. Change the entry that has it.",
      },
    });
  });

  it.each([
    ["without a name", { name: "  " }, "name"],
    ["without an address", { address: "marketing" }, "address"],
    ["that reaches nobody", { about: 0 }, "about"],
    ["that reaches half a person", { about: 1.5 }, "about"],
    ["of no kind", { kind: "channel" as "list" }, "kind"],
  ])("are refused %s", async (_how, wanted, field) => {
    expect(await name({ address: "x@contoso.com", ...wanted })).toMatchObject({
      status: 422,
      body: { field },
    });
    expect((await lists()).lists).toHaveLength(1);
  });

  it("are one mail in the preview, named, and one attendee with that name; every member gets the invitation", async () => {
    const title = "Town hall of a named list";
    const audience = { group: false, addresses: [marketing.address, member] };
    expect((await preview(audience.addresses)).body).toMatchObject({
      people: 2,
      mails: [
        {
          people: 2,
          lists: {
            count: 1,
            about: 48_000,
            named: [{ name: marketing.name, about: 48_000 }],
          },
        },
      ],
    });
    const event = await channel.schedule(title, { audience });
    const lists = {
      count: 1,
      about: 48_000,
      members: 0,
      name: marketing.name,
    };
    expect(event.tally.lists).toEqual(lists);
    const { events } = await lead().events();
    expect(events.find(({ id }) => id === event.id)?.tally.lists).toEqual(
      lists,
    );
    await channel.shows(
      title,
      "of 1 person and Marketing worldwide (about 48,000)",
    );
    expect(event.attendees).toContainEqual(
      expect.objectContaining({
        address: "marketing@contoso.com",
        displayName: marketing.name,
        listSize: 48_000,
      }),
    );
    for (const person of [alex, member])
      expect(
        world.simulator
          .mailbox(person)
          .mails.filter(({ subject }) => subject.includes(title)),
      ).toHaveLength(1);
  });

  it("say in the preview that a Microsoft 365 group mails only those who subscribe", async () => {
    expect(
      (await preview([marketing.address])).body.teamGroups,
    ).toBeUndefined();
    await name({
      name: "Women at Contoso",
      address: "womenatcontoso@contoso.com",
      kind: "teamGroup",
    });
    expect(
      (await preview([marketing.address, "womenatcontoso@contoso.com"])).body
        .teamGroups,
    ).toEqual(["Women at Contoso"]);
  });

  it("change only as the admin saw them", async () => {
    const list = await listNamed(marketing.name);
    expect(await change(list, { about: 50_000 })).toMatchObject({
      status: 200,
    });
    // The same once more, as after an answer that was lost.
    expect(await change(list, { about: 50_000 })).toMatchObject({
      status: 200,
    });
    expect(await change(list, { about: 9 })).toMatchObject({
      status: 412,
      body: { code: "versionConflict" },
    });
    expect(
      await change(list, { address: "womenatcontoso@contoso.com" }, 2),
    ).toMatchObject({ status: 422, body: { code: "addressTaken" } });
    expect(await listNamed(marketing.name)).toMatchObject({
      about: 50_000,
      version: 2,
    });
  });

  it("are only taken off the choice when they are removed: events keep them, and nobody is mailed", async () => {
    const title = "Town hall of a list that is removed";
    const audience = { group: false, addresses: [marketing.address] };
    const { id } = await channel.schedule(title, { audience });
    await untilIdle(world);
    const { id: listId } = await listNamed(marketing.name);
    for (const _again of [1, 2]) {
      const removed = await admin().send<MailingLists>(
        "DELETE",
        `${path}/${listId}`,
      );
      expect(removed.body.lists.map((list) => list.name)).toEqual([
        "Women at Contoso",
      ]);
    }
    const event = await lead().event(id);
    expect(event.audience?.lists).toEqual([
      { address: "marketing@contoso.com", about: 50_000 },
    ]);
    const { groupId: _group, ...kept }: EventChange & { groupId: string } =
      lunch(channel.groupId, {
        title,
        channelIds: [channel.id],
        open: true,
        ...(event.audience && { audience: event.audience }),
      });
    const mails = await lead().send<MailPreview>(
      "POST",
      `/api/events/${id}/preview`,
      kept,
    );
    expect(mails.body).toMatchObject({ people: 0, mails: [] });
    const changed = await lead().send<EventDetail>(
      "PUT",
      `/api/events/${id}`,
      kept,
      { "If-Match": `"${event.version}"` },
    );
    expect(changed.status).toBe(200);
    await waitFor("the change to be out", async () => {
      const now = await lead().event(id);
      return now.open && now.status === "scheduled";
    });
    expect((await lead().event(id)).attendees).toEqual([
      expect.objectContaining({
        displayName: marketing.name,
        listSize: 50_000,
      }),
    ]);
  });
});
