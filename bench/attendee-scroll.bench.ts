import pg from "pg";
import type { EventDetail } from "../bot/contract/events.ts";
import {
  openBrowserSession,
  type Visitor,
} from "../test/browser/browser-session.ts";
import { waitFor } from "../test/harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../test/harness/world.ts";
import { figure, median, type Bench } from "./figure.ts";
import { openGround } from "./open-ground.ts";
import { scrollThrough, type Scrolled } from "./scroll-through.ts";

const attendees = 5_000;
const rounds = 3;

/** More than Exchange allows, so that each round invites as many people. */
const recipientsPerDay = attendees * (rounds + 1);

/** A turn of the wheel, in pixels; one is made each frame. */
const pixelsPerFrame = 600;

/** How often somebody answers while a lead scrolls, in milliseconds. */
const answerEveryMs = 100;

/** A machine that does everything at once takes its time to send 5,000 invitations, in milliseconds. */
const patienceMs = 180_000;

/** Above it people notice that a page does not follow, in milliseconds (web.dev: RAIL model). */
const noticedMs = 100;

const address = (n: number) =>
  `person${String(n).padStart(4, "0")}@contoso.com`;

/**
 * The longest moment in which the event's page answers nothing while a lead scrolls through who is invited to a very
 * large event: while nothing else happens, and while its invitations go out and ten people answer a second.
 */
export const bench: Bench = {
  names: ["attendees.scroll", "attendees.scroll.live"],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    await openGround(opened);
    const world = await openWorld({
      environment: {
        MAILBOX_RECIPIENTS_PER_DAY: String(recipientsPerDay),
      },
    });
    world.simulator.changeSettings({ recipientsPerDay });
    opened.defer(() => world.close());
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const session = await openBrowserSession(world.simulator.pagesUrl);
    opened.defer(() => session.close());
    const lead = await session.visit(people.lead);

    const quiet: Scrolled[] = [];
    const live: Scrolled[] = [];
    for (let round = 1; round <= rounds; round++) {
      const eventId = await schedule(world, groupId);
      say(`${attendees} attendees who are invited and answer, round ${round}`);
      await open(lead, eventId);
      const answers = await letPeopleAnswer(world, eventId);
      live.push(await scroll(lead));
      await answers.end();
      say(told(live));
      await untilSent(world, eventId);
      say(`${attendees} attendees, round ${round}`);
      await open(lead, eventId);
      quiet.push(await scroll(lead));
      say(told(quiet));
    }
    const complaints = session.takeComplaints();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
    return [
      scrollFigure("attendees.scroll", quiet),
      scrollFigure("attendees.scroll.live", live),
    ];
  },
};

function scrollFigure(name: string, scrolled: readonly Scrolled[]) {
  return figure({
    name,
    value: median(scrolled.map(({ longestTaskMs }) => longestTaskMs)),
    unit: "ms",
    limit: noticedMs,
  });
}

function told(scrolled: readonly Scrolled[]): string {
  const last = scrolled.at(-1);
  return last
    ? `longest task ${last.longestTaskMs.toFixed(1)} ms on the processor, ${last.longestOnClockMs.toFixed(1)} ms on the clock`
    : "";
}

async function schedule(world: World, groupId: string): Promise<string> {
  const addresses = Array.from({ length: attendees }, (_, n) => address(n));
  const { status, body } = await world
    .as(people.lead)
    .send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, { audience: { group: false, addresses } }),
    );
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

async function open(lead: Visitor, eventId: string): Promise<void> {
  await lead.open("/app", { subPageId: `events/${eventId}` });
  await lead.app
    .getByRole("region", { name: "List of attendees" })
    .getByText(address(0))
    .waitFor({ timeout: patienceMs });
}

/** As when answers are recorded: rows change, and those who watch the event are told. */
async function letPeopleAnswer(world: World, eventId: string) {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  let next = 0;
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    next += 1;
    last = client.query(
      `with answered as (
         update attendees set answer = 'accepted', answered_in = 'outlook', answered_at = now()
         where event_id = $1 and address = $2
       )
       select pg_notify('event_changed', $1::text)`,
      [eventId, address(next)],
    );
  }, answerEveryMs);
  return {
    async end(): Promise<void> {
      clearInterval(timer);
      await last;
      await client.end();
    },
  };
}

async function untilSent(world: World, eventId: string): Promise<void> {
  await waitFor(
    "the invitations to be out",
    async () =>
      (await world.as(people.lead).event(eventId)).status === "scheduled",
    patienceMs,
  );
}

async function scroll(lead: Visitor): Promise<Scrolled> {
  const frame = lead.page.frames()[1];
  const browser = lead.context.browser();
  if (!frame || !browser) throw new Error("There is no tab in the page.");
  return scrollThrough(
    { browser, frame, pixelsPerFrame },
    '[role="region"][aria-label="List of attendees"]',
    // Rows that are loaded have a place; the last one is there when it is that of the last attendee.
    () => {
      const table = document.querySelector('[aria-label="Attendees"]');
      const last = [...(table?.querySelectorAll("[data-index]") ?? [])].at(-1);
      const position = last?.getAttribute("aria-rowindex");
      return (
        position !== undefined &&
        position === table?.getAttribute("aria-rowcount")
      );
    },
  );
}
