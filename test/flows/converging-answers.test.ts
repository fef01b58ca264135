import fc from "fast-check";
import type { EventDetail } from "../../bot/contract/events.ts";
import {
  answerers,
  answersAfter,
  stories,
  type Step,
} from "../harness/answer-story.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

/** `npm run soak` tells many more stories; a seed tells one again. */
const runs = Number(process.env["STORY_RUNS"] ?? 3);
const seed = Number(process.env["STORY_SEED"] ?? Date.now() % 2 ** 31);

const outlookAnswers = {
  accepted: "accepted",
  tentative: "tentativelyAccepted",
  declined: "declined",
} as const;
const buttons = {
  accepted: "Going",
  tentative: "Maybe",
  declined: "Can’t go",
} as const;

/**
 * Any order of answers in Outlook, on the card and in the tab, with reports that are lost, doubled or late, with
 * moves of the event and a backend that is killed, ends in the tally of a model that knows only the order.
 */
describe.each([true, false])(
  "answers from everywhere (a move resets Outlook's answers: %s)",
  (moveResetsResponses) => {
    let world: World;
    let channel: TestChannel;
    beforeAll(async () => {
      world = await openWorld();
      world.simulator.changeSettings({ moveResetsResponses });
      await world.connectAccount();
      channel = await openChannel(world);
    });
    afterAll(() => world.close());

    let told = 0;

    async function tell(story: readonly Step[]): Promise<EventDetail> {
      told += 1;
      const title = `Story ${told} of answers`;
      let event = await channel.schedule(title);
      for (const [n, step] of story.entries())
        event = await take(step, { event, title, n });
      return event;
    }

    async function take(
      step: Step,
      { event, title, n }: { event: EventDetail; title: string; n: number },
    ): Promise<EventDetail> {
      const lead = world.as(people.lead);
      switch (step.kind) {
        case "outlook":
          spoilReport(step.report);
          world.simulator.respond({
            person: step.person,
            subject: title,
            response: outlookAnswers[step.answer],
          });
          return event;
        case "tab":
          expect(
            await world
              .as(step.person)
              .send("PUT", `/api/events/${event.id}/response`, {
                answer: step.answer,
              }),
          ).toMatchObject({ status: 200 });
          return event;
        case "card":
          await pressAnswer(step.person, title, buttons[step.answer]);
          return event;
        case "move":
          return move(event, n);
        case "crash":
          await world.product().kill();
          await world.restart();
          return lead.event(event.id);
        case "replayReports":
          await replayReports();
          return event;
      }
    }

    /**
     * Presses a button of the card, and once more where the card was of before a move: the answer to that says so.
     * The button of one's own answer is marked.
     */
    async function pressAnswer(person: string, title: string, button: string) {
      await waitFor("a card of today", async () => {
        const reply = await channel
          .press(person, title, button)
          .catch(() => channel.press(person, title, `✓ ${button}`));
        expect(reply).toMatchObject({ kind: "card" });
        return !JSON.stringify(reply).includes("has been moved since");
      });
    }

    function spoilReport(report: "heard" | "lost" | "doubled" | "late"): void {
      const effects = {
        lost: { kind: "dropNotification" },
        doubled: { kind: "doubleNotification" },
        late: { kind: "delayNotification", ms: 700 },
      } as const;
      if (report !== "heard")
        world.simulator.setFault({
          service: "notification",
          effect: effects[report],
        });
    }

    /** Every report of before comes again, the newest first. */
    async function replayReports(): Promise<void> {
      const bodies = world.simulator
        .exchanges()
        .filter(
          ({ service, requestBody }) =>
            service === "notification" && requestBody !== null,
        )
        .map(({ requestBody }) => requestBody)
        .slice(-6)
        .toReversed();
      for (const body of bodies)
        await fetch(`${world.product().url}/api/notifications`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        });
    }

    async function move(event: EventDetail, n: number): Promise<EventDetail> {
      const lead = world.as(people.lead);
      const { title, description, timeZone, isOnline, location, open } = event;
      const day = String(2 + n).padStart(2, "0");
      const moved = await lead.send<EventDetail>(
        "PUT",
        `/api/events/${event.id}`,
        {
          title,
          description,
          start: `2032-01-${day}T12:00`,
          end: `2032-01-${day}T13:00`,
          timeZone,
          isOnline,
          location,
          audience: event.audience,
          open,
          channelIds: [channel.id],
        },
        { "If-Match": `"${(await lead.event(event.id)).version}"` },
      );
      expect(moved.status).toBe(200);
      // Until Outlook has the new time, nobody can tell which one an answer there is for.
      return waitFor("the new time", async () => {
        const seen = await lead.event(event.id);
        const isUp = seen.cards?.every(({ state }) => state === "upToDate");
        return seen.status === "scheduled" && isUp && seen;
      });
    }

    /** Graph says that reports were missed; from then on everything can be known. */
    async function converge(
      event: EventDetail,
      expected: ReadonlyMap<string, string>,
    ): Promise<void> {
      world.simulator.clearFaults();
      world.simulator.sendLifecycle("missed");
      const lead = world.as(people.lead);
      await waitFor(
        `the answers ${JSON.stringify([...expected])}`,
        async () => {
          const { attendees } = await lead.event(event.id);
          const found = answerers.map(
            (name) =>
              attendees?.find(({ address }) => address === name.toLowerCase())
                ?.answer,
          );
          expect(found).toEqual(answerers.map((name) => expected.get(name)));
          return true;
        },
        30_000,
      );
      // The tally is the model's, and the card shows it.
      const { tally } = await lead.event(event.id);
      const counts = [...expected.values()];
      for (const answer of ["accepted", "tentative", "declined"] as const)
        expect(tally[answer]).toBe(
          counts.filter((given) => given === answer).length,
        );
    }

    it(
      `converge to the model's tally (${runs} stories, seed ${seed})`,
      async () => {
        await fc.assert(
          fc.asyncProperty(stories, async (story) => {
            await converge(await tell(story), answersAfter(story));
          }),
          // A story takes seconds: the one that fails is shown as it was told.
          { numRuns: runs, seed, endOnFailure: true },
        );
      },
      Math.max(120_000, runs * 40_000),
    );
  },
);
