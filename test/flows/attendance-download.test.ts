import { randomUUID } from "node:crypto";
import pg from "pg";
import type { AnswerDownloads } from "../../bot/contract/found-attendees.ts";
import { addLead } from "../harness/add-lead.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { endEvent } from "../harness/move-event.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const lidia = "LidiaH@contoso.com";
const contributor = "LynneR@contoso.com";
/** In the team, and not invited. */
const diego = "DiegoS@contoso.com";

describe("the list of who came", () => {
  let world: World;
  let channel: TestChannel;
  let database: pg.Client;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    channel = await openChannel(world);
    await addLead(world, { groupId: channel.groupId, person: contributor });
    database = new pg.Client(world.database.connectionString);
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await world.close();
  });

  const download = async (id: string, person: string, list = "attendance") => {
    const response = await fetch(
      `${world.product().url}/api/events/${id}/${list}.csv`,
      {
        headers: {
          Authorization: `Bearer ${await world.simulator.ssoToken(person)}`,
        },
      },
    );
    return {
      status: response.status,
      headers: response.headers,
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  };
  const downloads = async (id: string) => {
    const { rows } = await database.query(
      "select downloaded_by_name as by from attendance_downloads where event_id = $1",
      [id],
    );
    return rows as { by: string }[];
  };
  /** An event that is over, with these in the room. */
  const over = async (title: string, inRoom: readonly string[]) => {
    const { id } = await channel.schedule(title, {
      channelIds: [],
      audience: { group: false, addresses: [adele, lidia] },
    });
    await endEvent(world, id);
    for (const name of inRoom)
      await database.query(
        "insert into room_attendance (id, event_id, display_name, ticked_by, ticked_by_name, ticked_at) values ($1, $2, $3, 'o', 'Megan', now())",
        [randomUUID(), id, name],
      );
    return id;
  };

  it("is for owners alone, each time on record, and in no log", async () => {
    const id = await over("Lunch/and: learn", [
      '=HYPERLINK("http://evil.example")',
      "Jo Zebra",
    ]);
    for (const person of [contributor, adele, diego, people.admin]) {
      const { status, bytes } = await download(id, person);
      expect([person, status]).toEqual([person, 403]);
      expect(bytes.toString()).not.toContain("Zebra");
    }
    expect(await downloads(id)).toEqual([]);
    const { status, headers, bytes } = await download(id, people.lead);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-disposition")).toContain(
      'filename="Lunch and learn 2031-12-01 attendance.csv"',
    );
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.subarray(3).toString().split("\r\n")).toEqual([
      '"Name","Address","Answer","In the meeting","First join (Europe/London)","Last leave (Europe/London)","Minutes","In the room"',
      `"'=HYPERLINK(""http://evil.example"")","","Not invited","No",,,,"Yes"`,
      '"Adele Vance","adelev@contoso.com","Not answered","No",,,,"No"',
      '"Jo Zebra","","Not invited","No",,,,"Yes"',
      '"Lidia Holloway","lidiah@contoso.com","Not answered","No",,,,"No"',
      "",
    ]);
    expect(await downloads(id)).toEqual([{ by: "Megan Bowen" }]);
    const log = world.product().log();
    expect(log).toContain("a list of people is downloaded");
    expect(log).not.toMatch(/Zebra|Megan|Adele|evil\.example/);
  });

  it("of answers is for owners alone as well, on a record of its own", async () => {
    const { id } = await channel.schedule("Who answered", {
      channelIds: [],
      audience: { group: false, addresses: [adele, lidia] },
    });
    await world
      .as(adele)
      .send("PUT", `/api/events/${id}/response`, { answer: "tentative" });
    const records = (person: string) =>
      world
        .as(person)
        .send<AnswerDownloads>("GET", `/api/events/${id}/answers/downloads`);
    for (const person of [contributor, adele, people.admin]) {
      const { status, bytes } = await download(id, person, "answers");
      expect([person, status]).toEqual([person, 403]);
      expect(bytes.toString()).not.toContain("Vance");
    }
    expect((await records(adele)).status).toBe(403);
    expect((await records(contributor)).body).toEqual({
      canDownload: false,
      downloads: [],
    });
    const { headers, bytes } = await download(id, people.lead, "answers");
    expect(headers.get("content-type")).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get("content-disposition")).toContain(
      'filename="Who answered 2031-12-01 answers.csv"',
    );
    const [head, first, second] = bytes.subarray(3).toString().split("\r\n");
    expect(head).toContain('"Answered (Europe/London)"');
    expect(first).toMatch(
      /^"Adele Vance","adelev@contoso.com","Maybe","\d{4}-[^"]+[+]0[01]:00","Teams","Yes"$/,
    );
    expect(second).toBe(
      '"Lidia Holloway","lidiah@contoso.com","Not answered",,,"Yes"',
    );
    expect((await records(people.lead)).body).toMatchObject({
      canDownload: true,
      downloads: [{ by: "Megan Bowen" }],
    });
    await endEvent(world, id);
    const attendance = await world
      .as(people.lead)
      .send("GET", `/api/events/${id}/attendance`);
    expect(attendance.body).toMatchObject({ forLeads: { downloads: [] } });
  });

  it("is not given out where the record of it fails", async () => {
    const id = await over("On record first", []);
    await database.query("alter table attendance_downloads rename to gone");
    const { status, bytes } = await download(id, people.lead);
    await database.query("alter table gone rename to attendance_downloads");
    expect(status).toBe(500);
    expect(bytes.toString()).not.toContain("Adele");
  });

  it("does not exist for who may not know of the event", async () => {
    const id = await over("Confidential list", []);
    const setConfidential = (confidential: boolean) =>
      world
        .as(people.lead)
        .send("PUT", `/api/groups/${channel.groupId}`, { confidential });
    await setConfidential(true);
    expect((await download(id, people.admin)).status).toBe(404);
    await setConfidential(false);
    expect((await download(randomUUID(), people.lead)).status).toBe(404);
  });
});
