import { randomUUID } from "node:crypto";
import {
  attendancePeopleSchema,
  attendanceSchema,
  type Attendance,
  type Thanks,
} from "../../bot/contract/attendance.ts";
import { openChannel } from "../harness/channel.ts";
import { crashEverywhere } from "../harness/crash-everywhere.ts";
import type { CrashPoint } from "../harness/crash-lane.ts";
import { untilIdle } from "../harness/idle.ts";
import { endEvent } from "../harness/move-event.ts";
import { persist } from "../harness/persist.ts";
import { waitFor } from "../harness/wait-for.ts";
import { people, type World } from "../harness/world.ts";

const title = "Lunch and learn";
const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";

const lead = (world: World) => world.as(people.lead);

/** An event that is over, with a card in General. */
async function holdEvent(world: World): Promise<void> {
  const channel = await openChannel(world);
  const { id } = await channel.schedule(title, {
    audience: { group: false, addresses: [adele, lidia] },
  });
  await untilIdle(world);
  await endEvent(world, id);
}

interface End {
  names: string[];
  counts: Attendance["counts"];
  said: Thanks["text"];
  /** Where the card stands as far as is known, and the messages that do stand. */
  state: Thanks["channels"][number]["state"] | undefined;
  messages: number;
}

/** Somebody is ticked off, somebody is added, and people are thanked. */
async function thankPeople(world: World): Promise<End> {
  const [event] = (await lead(world).events("?when=past")).events;
  if (!event) throw new Error("no event");
  const path = `/api/events/${event.id}/attendance`;
  const listed = async () => {
    const { body } = await persist(() =>
      lead(world).send("GET", `${path}/people`),
    );
    return attendancePeopleSchema.parse(body).people;
  };
  const key = (await listed()).find(
    ({ displayName }) => displayName === "Adele Vance",
  )?.key;
  const send = async (method: string, to: string, body?: unknown) => {
    const headers = { "Idempotency-Key": randomUUID() };
    const { status } = await persist(() =>
      lead(world).send(method, `${path}/${to}`, body, headers),
    );
    expect(status).toBe(200);
  };
  await send("PUT", "room", { key, inRoom: true });
  await send("POST", "room", { displayName: "Sam", address: null });
  await send("POST", "thanks");
  const seen = await waitFor(
    "the thank-you to come to an end",
    async () => {
      const { body } = await lead(world).send("GET", path);
      const attendance = attendanceSchema.parse(body);
      return attendance.forLeads?.thanks.state === "sent" && attendance;
    },
    60_000,
  );
  const thanks = seen.forLeads?.thanks;
  const channelId = thanks?.channels[0]?.id ?? "";
  return {
    names: (await listed())
      .filter(({ inRoom }) => inRoom)
      .map(({ displayName }) => displayName),
    counts: seen.counts,
    said: thanks?.text ?? "",
    state: thanks?.channels[0]?.state,
    messages: world.simulator
      .messages({ conversation: channelId })
      .filter(({ cards }) => JSON.stringify(cards).includes("Thank you"))
      .length,
  };
}

const isOurs = ({ label }: CrashPoint) =>
  /room_attendance|thank_you|connector POST|idempotency_keys/.test(label);

describe("kill -9 at the recorded writes of ticking people off and thanking them", () => {
  it("ends in the state of the undisturbed run, or in one that says that nobody knows, and never with two messages", async () => {
    const { points, undisturbed, failures, missed } = await crashEverywhere({
      prepare: holdEvent,
      flow: thankPeople,
      isOurs,
      check: (left, before) => {
        const isKnown = left.state === "posted";
        expect(["posted", "unclear"]).toContain(left.state);
        expect(left.messages).toBeLessThanOrEqual(1);
        if (isKnown) expect(left.messages).toBe(1);
        expect({ ...left, state: "posted", messages: 1 }).toEqual(before);
      },
    });
    expect(points.length).toBeGreaterThan(8);
    expect(undisturbed).toEqual({
      names: ["Adele Vance", "Sam"],
      counts: expect.objectContaining({ came: 2 }) as Attendance["counts"],
      said: "Thank you to everybody who came.",
      state: "posted",
      messages: 1,
    });
    expect(failures).toEqual([]);
    expect(missed).toEqual([]);
  }, 900_000);
});
