import type {
  AttendancePeople,
  TickRoom,
} from "../../bot/contract/attendance.ts";
import type { GivenAnswer } from "../../bot/contract/answer.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { TestChannel } from "../../test/harness/channel.ts";
import { moveEvent } from "../../test/harness/move-event.ts";
import { openPastEvents } from "../../test/harness/past-events.ts";
import { people, type World } from "../../test/harness/world.ts";
import { onDay, schedule } from "./story.ts";

/** Events that people came to, or are coming to. */
export interface HeldEvents {
  /** Over: some were in the Teams meeting, some in the room. */
  over: EventDetail;
  /** It begins in twenty minutes, and people are at the door. */
  atTheDoor: EventDetail;
}

const answers: Record<string, GivenAnswer> = {
  "AdeleV@contoso.com": "accepted",
  "ChristieC@contoso.com": "accepted",
  "DebraB@contoso.com": "accepted",
  "DiegoS@contoso.com": "accepted",
  "JohannaL@contoso.com": "accepted",
  "LidiaH@contoso.com": "accepted",
  "LynneR@contoso.com": "tentative",
  "MiriamG@contoso.com": "declined",
};

/** Has one event take place, and another one be about to begin. */
export async function holdEvents(
  world: World,
  channel: TestChannel,
): Promise<HeldEvents> {
  const over = await answered(world, channel, "Town hall: what comes next");
  const atTheDoor = await answered(world, channel, "Speed mentoring");
  const past = await openPastEvents(world);
  await past.letBeOver(over.id);
  await moveEvent(world, atTheDoor.id, { start: 20, end: 80 });
  const minute = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const [startedAt, endedAt] = [minute(-124), minute(-61)];
  const stay = (person: string, joined: number, left: number) => ({
    person,
    intervals: [{ joinedAt: minute(joined), leftAt: minute(left) }],
  });
  world.simulator.holdMeeting({
    subject: over.title,
    reportAfterSeconds: 0,
    sessions: [
      {
        startedAt,
        endedAt,
        joins: [
          stay("AdeleV@contoso.com", -122, -61),
          stay("ChristieC@contoso.com", -120, -75),
          stay("DebraB@contoso.com", -118, -61),
          stay("JohannaL@contoso.com", -101, -63),
          stay("LynneR@contoso.com", -120, -62),
          stay("PattiF@contoso.com", -115, -61),
          { guest: { name: "Sam Rivera", address: "sam@fabrikam.com" } },
          { phone: { number: "+14255550123" } },
        ],
      },
    ],
  });
  await tick(world, over, ["Diego Siciliani", "Emily Braun", "Megan Bowen"]);
  await tick(world, atTheDoor, ["Adele Vance", "Debra Berger"]);
  await past.lookNow();
  await past.until(
    over.id,
    world.as(people.lead),
    ({ state }) => state === "read",
  );
  await past.close();
  return { over, atTheDoor };
}

async function answered(
  world: World,
  channel: TestChannel,
  title: string,
): Promise<EventDetail> {
  const event = await schedule(world, {
    groupId: channel.groupId,
    title,
    start: onDay(3, "12:00"),
    end: onDay(3, "13:00"),
    location: "Atrium",
    channelIds: [channel.id],
  });
  for (const [person, answer] of Object.entries(answers))
    await world
      .as(person)
      .send("PUT", `/api/events/${event.id}/response`, { answer });
  return event;
}

async function tick(
  world: World,
  { id }: EventDetail,
  names: readonly string[],
): Promise<void> {
  const lead = world.as(people.lead);
  const path = `/api/events/${id}/attendance`;
  const { body } = await lead.send<AttendancePeople>(
    "GET",
    `${path}/people?filter=all`,
  );
  for (const { key, displayName } of body.people) {
    if (!names.includes(displayName)) continue;
    const body: TickRoom = { key, inRoom: true };
    await lead.send("PUT", `${path}/room`, body);
  }
}
