import { randomUUID } from "node:crypto";
import type { Problem } from "../../bot/contract/problem.ts";
import type { Audience } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

describe("bad input", () => {
  let world: World;
  let groupId: string;

  beforeAll(async () => {
    world = await openWorld();
    groupId = await world.groupId("Women at Contoso", people.lead);
  });
  afterEach(async () => {
    expect(
      (await world.as(people.lead).events(`?groupId=${groupId}`)).events,
    ).toEqual([]);
  });
  afterAll(() => world.close());

  const fields: [string, Record<string, unknown>, number, string, string][] = [
    ["a past start", { start: "2020-01-01T12:00" }, 422, "start", "inPast"],
    [
      "an end before the start",
      { end: "2031-12-01T11:00" },
      422,
      "end",
      "endBeforeStart",
    ],
    [
      "an end at the start",
      { end: "2031-12-01T12:00" },
      422,
      "end",
      "endBeforeStart",
    ],
    [
      "an unknown zone",
      { timeZone: "Mars/Base" },
      422,
      "timeZone",
      "unknownTimeZone",
    ],
    ["no zone", { timeZone: "" }, 422, "timeZone", "invalidRequest"],
    [
      "a date that does not exist",
      { start: "2031-02-30T12:00" },
      422,
      "start",
      "noSuchTime",
    ],
    [
      "a start that is no date",
      { start: "tomorrow" },
      422,
      "start",
      "invalidRequest",
    ],
    ["no title", { title: "  " }, 422, "title", "invalidRequest"],
    [
      "a long title",
      { title: "x".repeat(201) },
      422,
      "title",
      "invalidRequest",
    ],
    [
      "no audience",
      { audience: { group: false, addresses: [] } },
      422,
      "audience",
      "noAudience",
    ],
    [
      "only the organizer as audience",
      { audience: { group: false, addresses: ["ERGs@contoso.com"] } },
      422,
      "audience",
      "noAudience",
    ],
    [
      "an address that is none",
      { audience: { group: true, addresses: ["adele@contoso.com", "adele"] } },
      422,
      "audience.addresses.1",
      "invalidRequest",
    ],
    ["an unknown field", { isAdmin: true }, 422, "isAdmin", "invalidRequest"],
    [
      "a missing field",
      { location: undefined },
      422,
      "location",
      "invalidRequest",
    ],
    [
      "a group that is none",
      { groupId: "g1" },
      422,
      "groupId",
      "invalidRequest",
    ],
  ];

  // Every refusal is a sentence that begins with a capital letter and ends with a full stop.
  it.each(fields)(
    "%s is refused with the field and the cure",
    async (_what, wrong, status, field, code) => {
      for (const path of ["/api/events", "/api/events/preview"]) {
        const answer = await world
          .as(people.lead)
          .send<Problem>("POST", path, { ...lunch(groupId), ...wrong });
        expect(answer.headers.get("content-type")).toBe(
          "application/problem+json",
        );
        expect(answer.body).toMatchObject({ status, field, code });
        expect(answer.body.detail).toMatch(/^[A-Z].+\.$/);
        expect(answer.status).toBe(status);
      }
    },
  );

  const raw = async (init: RequestInit & { path?: string }) => {
    const token = await world.simulator.ssoToken(people.lead);
    const response = await fetch(
      `${world.product().url}${init.path ?? "/api/events"}`,
      {
        method: "POST",
        ...init,
        headers: {
          Authorization: `Bearer ${token}`,
          "Content-Type": "application/json",
          ...init.headers,
        },
      },
    );
    return {
      status: response.status,
      body: (await response.json()) as Problem,
    };
  };

  it("refuses malformed JSON, a wrong content type and a large body", async () => {
    expect(await raw({ body: "{" })).toMatchObject({
      status: 400,
      body: { code: "malformedJson" },
    });
    expect(
      await raw({ body: "a=1", headers: { "Content-Type": "text/plain" } }),
    ).toMatchObject({ status: 415, body: { code: "wrongContentType" } });
    const large = JSON.stringify({ title: "x".repeat(10 * 1024 * 1024) });
    expect(await raw({ body: large })).toMatchObject({
      status: 413,
      body: { code: "bodyTooLarge" },
    });
  });

  // Most routes take little; those of events take fifty thousand addresses.
  it.each([
    ["/api/events", 80],
    [`/api/events/${randomUUID()}/response`, 5],
  ])(
    "refuses a large body whose length is not announced at %s",
    async (path, chunks) => {
      const chunk = new TextEncoder().encode("x".repeat(64 * 1024));
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent++ < chunks) controller.enqueue(chunk);
          else controller.close();
        },
      });
      const method = path.endsWith("response") ? "PUT" : "POST";
      expect(
        await raw({ path, method, body, duplex: "half" } as RequestInit),
      ).toMatchObject({ status: 413 });
    },
  );

  it("names the first malformed addresses of fifty thousand, and takes as many as that", async () => {
    const addresses = Array.from(
      { length: 50_000 },
      (_, n) => `employee.number${n}@contoso.com`,
    );
    const preview = (audience: Audience) =>
      raw({
        path: "/api/events/preview",
        body: JSON.stringify(lunch(groupId, { audience })),
      });
    const wrong = addresses.map((address, n) => (n < 9 ? address : "=1+1"));
    expect(await preview({ group: false, addresses: wrong })).toMatchObject({
      status: 422,
      body: {
        field: "audience.addresses.9",
        detail: expect.stringContaining(
          "Number 10 (“=1+1”), number 11",
        ) as string,
      },
    });
    const whole = await preview({ group: false, addresses });
    expect(whole.body.code).not.toBe("invalidRequest");
    expect(whole.status).not.toBe(413);
  });

  it("answers addresses that do not exist, and cursors that are none, with a problem", async () => {
    const lead = world.as(people.lead);
    for (const [path, status] of [
      ["/api/nothing", 404],
      ["/api/events/not-a-uuid", 404],
      ["/api/events/00000000-0000-4000-8000-000000000000", 404],
      ["/api/events?cursor=xx", 400],
      ["/api/events?when=never", 422],
      ["/api/events?groupId=g1", 422],
    ] as const)
      expect(await lead.send("GET", path)).toMatchObject({
        status,
        body: { status },
      });
  });

  it("refuses to change an event without its version, or with another", async () => {
    // Another group's lead, so that the list of the first stays empty.
    const lead = world.as("AlexW@contoso.com");
    const parents = await world.groupId(
      "Parents and Caregivers",
      "AlexW@contoso.com",
    );
    const { body } = await lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(parents),
    );
    const { groupId: _group, ...change } = lunch(parents, { title: "Dinner" });
    const path = `/api/events/${body.id}`;
    expect(await lead.send("PUT", path, change)).toMatchObject({
      status: 428,
      body: { field: "If-Match" },
    });
    expect(
      await lead.send("PUT", path, change, { "If-Match": '"7"' }),
    ).toMatchObject({ status: 412, body: { code: "versionConflict" } });
    expect(
      await lead.send(
        "PUT",
        path,
        { ...change, isOnline: false },
        { "If-Match": '"1"' },
      ),
    ).toMatchObject({ status: 422, body: { field: "isOnline" } });
    expect(await lead.event(body.id)).toMatchObject({
      title: "Lunch and learn",
      version: 1,
    });
  });
});
