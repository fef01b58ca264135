import type { EventsBetween } from "../../bot/contract/event-list.ts";
import {
  changeOf,
  heldEvents,
  type HeldEvents,
} from "../harness/held-events.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";

describe("the list of events", () => {
  let world: World;
  let held: HeldEvents;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    held = heldEvents(
      world,
      await world.groupId("Women at Contoso", people.lead),
    );
    const invited = { audience: { group: false, addresses: [adele] } };
    const [talk, walk, lunch] = await Promise.all([
      held.scheduled("Talk: 100% remote", { ...invited, location: "Library" }),
      held.scheduled("Walk", {
        ...invited,
        description: "Along the RIVER.",
        location: "",
      }),
      held.scheduled("Lunch", invited),
    ]);
    await world
      .as(adele)
      .send("PUT", `/api/events/${talk.id}/response`, { answer: "accepted" });
    await held.cancel(await world.as(people.lead).event(walk.id), "Rain.");
    await held.isOut(walk.id);
    world.simulator.setFault({
      service: "graph",
      method: "PATCH",
      path: "/me/events/",
      times: null,
      effect: { kind: "status", status: 400, when: "before" },
    });
    await held.change(lunch, changeOf(lunch, { title: "Late lunch" }));
    await waitFor("Outlook to refuse the change", async () => {
      const { status } = await world.as(people.lead).event(lunch.id);
      return status === "failed";
    });
  });
  afterAll(() => world.close());

  const found = async (query: Record<string, string>, person = people.lead) => {
    const asked = new URLSearchParams(query).toString();
    const { events } = await world.as(person).events(`?${asked}`);
    return events.map(({ title }) => title).toSorted();
  };

  it("finds words in title, description and place, large or small", async () => {
    expect(await found({ search: "talk" })).toEqual(["Talk: 100% remote"]);
    expect(await found({ search: " river " })).toEqual(["Walk"]);
    expect(await found({ search: "library" })).toEqual(["Talk: 100% remote"]);
    expect(await found({ search: "" })).toHaveLength(3);
    expect(await found({ search: "opera" })).toEqual([]);
  });

  it("takes signs for themselves", async () => {
    expect(await found({ search: "100% r" })).toEqual(["Talk: 100% remote"]);
    expect(await found({ search: "1__%" })).toEqual([]);
    expect(await found({ search: "\\" })).toEqual([]);
  });

  it("shows what waits for the reader's answer, what was cancelled and what was not sent", async () => {
    expect(await found({ state: "answerOpen" }, adele)).toEqual(["Late lunch"]);
    expect(await found({ state: "cancelled" })).toEqual(["Walk"]);
    expect(await found({ state: "failed" })).toEqual(["Late lunch"]);
    expect(await found({ state: "failed", search: "talk" })).toEqual([]);
  });

  it("shows where the reader goes, and what the reader has declined", async () => {
    expect(await found({ state: "going" }, adele)).toEqual([
      "Talk: 100% remote",
    ]);
    expect(await found({ state: "going" })).toEqual([]);
    const { events } = await world.as(adele).events("?search=talk");
    const path = `/api/events/${events[0]?.id}/response`;
    const answer = (given: string) =>
      world.as(adele).send("PUT", path, { answer: given });
    await answer("declined");
    expect(await found({ state: "going" }, adele)).toEqual([]);
    expect(await found({ state: "declined" }, adele)).toEqual([
      "Talk: 100% remote",
    ]);
    await answer("accepted");
  });

  it("finds for nobody what they do not see anyway", async () => {
    expect(await found({ search: "talk" }, adele)).toHaveLength(1);
    expect(await found({ search: "talk" }, "GradyA@contoso.com")).toEqual([]);
    expect(await found({ state: "answerOpen" }, diego)).toEqual([]);
  });

  it("comes in pages, of the size that is asked for, which leave nothing out", async () => {
    const titles: string[] = [];
    let cursor: string | null = "";
    for (let page = 1; cursor !== null; page++) {
      const more: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const list = await world.as(adele).events(`?limit=1${more}`);
      expect(list.events).toHaveLength(1);
      titles.push(...list.events.map(({ title }) => title));
      cursor = list.nextCursor;
      expect(page).toBeLessThanOrEqual(3);
    }
    expect(titles.toSorted()).toEqual(await found({}, adele));
    for (const limit of ["0", "101", "many"])
      expect(
        await world.as(adele).send("GET", `/api/events?limit=${limit}`),
      ).toMatchObject({ status: 422, body: { field: "limit" } });
  });

  it("tells what takes place between two moments, wholly or in part", async () => {
    const between = async (from: string, until: string, more = {}) => {
      const query = new URLSearchParams({ from, until, ...more }).toString();
      const { status, body } = await world
        .as(people.lead)
        .send<EventsBetween>("GET", `/api/events/between?${query}`);
      expect(status).toBe(200);
      expect(body.isWhole).toBe(true);
      return body.events.map(({ title }) => title);
    };
    // All three are from 12:00 to 13:00.
    const month = ["2031-12-01T00:00:00Z", "2032-01-01T00:00:00Z"] as const;
    expect(await between(...month)).toHaveLength(3);
    expect(await between(...month, { search: "walk" })).toEqual(["Walk"]);
    expect(
      await between("2031-12-01T12:59:00Z", "2031-12-01T14:00:00Z"),
    ).toHaveLength(3);
    expect(
      await between("2031-12-01T13:00:00Z", "2031-12-02T00:00:00Z"),
    ).toEqual([]);
    expect(
      await between("2031-12-01T00:00:00Z", "2031-12-01T12:00:00Z"),
    ).toEqual([]);
  });

  it("says what it cannot search for", async () => {
    const ask = (query: Record<string, string>) =>
      world
        .as(people.lead)
        .send("GET", `/api/events?${new URLSearchParams(query).toString()}`);
    expect(await ask({ search: "x".repeat(201) })).toMatchObject({
      status: 422,
      body: { field: "search", detail: "Search for something shorter." },
    });
    const between = (from: string, until: string) =>
      world
        .as(people.lead)
        .send(
          "GET",
          `/api/events/between?${new URLSearchParams({ from, until }).toString()}`,
        );
    const tooLong = {
      status: 422,
      body: {
        field: "until",
        detail: "Ask for at most 45 days, which end after they begin.",
      },
    };
    for (const until of ["2032-01-30T00:00:00Z", "2031-11-30T00:00:00Z"])
      expect(await between("2031-12-01T00:00:00Z", until)).toMatchObject(
        tooLong,
      );
    expect(await between("yesterday", "2031-12-01T00:00:00Z")).toMatchObject({
      status: 422,
      body: { field: "from" },
    });
    expect(await ask({ state: "unheard-of" })).toMatchObject({
      status: 422,
      body: { field: "state", detail: "Choose one of the list's states." },
    });
  });
});
