import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EventDetail } from "../../bot/contract/events.ts";
import { accountOf } from "../harness/connect-account.ts";
import { untilIdle } from "../harness/idle.ts";
import {
  minutesAgo,
  openPastEvents,
  type PastEvents,
} from "../harness/past-events.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const table = readFileSync(
  join(import.meta.dirname, "../../docs/graph-calls.md"),
  "utf8",
);

/** The rows of the table: use case → calls, sorted where they are made at the same time. */
function documentedCalls(): Map<string, string[]> {
  const rows = table
    .split("\n")
    .filter((line) => /^\| [A-Z]/.test(line) && !line.startsWith("| Use case"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(
    rows.map(([, useCase = "", calls = ""]) => [
      useCase,
      inOrder(
        useCase,
        [...calls.matchAll(/`([^`]+)`/g)].map(([, call = ""]) => call),
      ),
    ]),
  );
}

/** The table marks use cases whose calls are made at the same time. */
function inOrder(useCase: string, calls: string[]): string[] {
  const row = table
    .split("\n")
    .find((line) => line.startsWith(`| ${useCase} `));
  return row?.includes("in any order") ? calls.toSorted() : calls;
}

function madeCalls(world: World, after: number): string[] {
  return world.simulator
    .exchanges()
    .filter(({ n, service }) => service === "graph" && n > after)
    .map(({ method, url }) => {
      const path = url
        .replace(/\?.*$/, "")
        .replace(/^.*\/v1\.0/, "")
        .replace(
          /\/(events|subscriptions|teams|onlineMeetings)\/[^/]+/,
          "/$1/{id}",
        )
        .replace(/\/attendanceReports\/[^/]+/, "/attendanceReports/{id}");
      return `${method} ${path}`;
    });
}

describe("the table of Graph calls", () => {
  let world: World;
  let past: PastEvents;
  beforeAll(async () => {
    world = await openWorld();
    past = await openPastEvents(world);
  });
  afterAll(async () => {
    await past.close();
    await world.close();
  });

  it("says what each use case really sends", async () => {
    const lead = world.as(people.lead);
    const groupId = await world.groupId("Women at Contoso", people.lead);
    await untilIdle(world);
    let event: EventDetail | null = null;
    const refresh = async () => {
      if (event) event = await lead.event(event.id);
    };
    const current = (): EventDetail => {
      if (!event) throw new Error("nothing scheduled");
      return event;
    };
    const change = async (fields: Partial<ReturnType<typeof lunch>>) => {
      const { title, description, start, end, timeZone, isOnline, location } =
        current();
      const answer = await lead.send(
        "PUT",
        `/api/events/${current().id}`,
        {
          title,
          description,
          start,
          end,
          timeZone,
          isOnline,
          location,
          audience: current().audience,
          open: true,
          channelIds: [],
          ...fields,
        },
        { "If-Match": `"${current().version}"` },
      );
      expect(answer.status).toBe(200);
    };
    // What only prepares the next use case has no name.
    const useCases: [string | null, () => Promise<unknown>][] = [
      ["Connect the service account", () => world.connectAccount()],
      [
        "Preview who will be mailed",
        () => lead.send("POST", "/api/events/preview", lunch(groupId)),
      ],
      [
        "Schedule an event for a group",
        async () => {
          const created = await lead.send<EventDetail>(
            "POST",
            "/api/events",
            lunch(groupId, { open: true }),
          );
          event = created.body;
        },
      ],
      [
        "Somebody answers in Outlook",
        async () => {
          world.simulator.respond({
            person: "AdeleV@contoso.com",
            subject: "Lunch and learn",
            response: "accepted",
          });
        },
      ],
      [
        "Two people join the open event",
        () =>
          Promise.all(
            ["LeeG@contoso.com", "AlexW@contoso.com"].map((person) =>
              world
                .as(person)
                .send("PUT", `/api/events/${current().id}/response`, {
                  answer: "accepted",
                }),
            ),
          ),
      ],
      [
        "Somebody answers in the tab",
        () =>
          world
            .as("DiegoS@contoso.com")
            .send("PUT", `/api/events/${current().id}/response`, {
              answer: "declined",
            }),
      ],
      [
        "Add a person",
        () =>
          change({
            audience: { group: true, addresses: ["GradyA@contoso.com"] },
          }),
      ],
      ["Change the text", () => change({ description: "Lunch is there." })],
      [
        "Move the event",
        () => change({ start: "2031-12-03T12:00", end: "2031-12-03T13:00" }),
      ],
      ["Save without a change", () => change({})],
      [
        "Check the service account",
        () => world.as(people.admin).send("POST", "/api/accounts/check"),
      ],
      [
        "Cancel the event",
        () =>
          lead.send(
            "POST",
            `/api/events/${current().id}/cancel`,
            { message: "" },
            { "If-Match": `"${current().version}"` },
          ),
      ],
      [
        "Add the app to a team",
        async () => {
          const team = world.simulator.world.teams.find(
            ({ name }) => name === "Veterans Network",
          );
          world.simulator.installApp({
            teamId: team?.id ?? "",
            personId: team?.memberIds[0] ?? "",
          });
          await world.simulator.settled();
        },
      ],
      [
        null,
        async () => {
          const { body } = await lead.send<EventDetail>(
            "POST",
            "/api/events",
            lunch(groupId, { title: "Held" }),
          );
          event = body;
        },
      ],
      [
        "Read who came to an event",
        async () => {
          await past.letBeOver(current().id);
          world.simulator.holdMeeting({
            subject: "Held",
            sessions: [
              {
                startedAt: minutesAgo(120),
                endedAt: minutesAgo(60),
                joins: [{ person: people.lead }],
              },
            ],
            reportAfterSeconds: 0,
          });
          await past.lookNow();
          await past.until(current().id, lead, ({ state }) => state === "read");
        },
      ],
      [
        "Disconnect the service account",
        async () => {
          const { account } = await accountOf(world.as(people.admin));
          await world
            .as(people.admin)
            .send("DELETE", `/api/accounts/${account?.id}`);
        },
      ],
    ];
    const made = new Map<string, string[]>();
    for (const [name, run] of useCases) {
      const after = world.simulator.exchanges().at(-1)?.n ?? 0;
      await run();
      await untilIdle(world);
      await refresh();
      if (name !== null) made.set(name, inOrder(name, madeCalls(world, after)));
    }
    expect(Object.fromEntries(made)).toEqual(
      Object.fromEntries(documentedCalls()),
    );
    // Many use cases, each until everything is quiet.
  }, 90_000);
});
