import { parseCard } from "../../../../test/harness/parse-card.ts";
import { readChatCommand } from "../../teams/chat-command.ts";
import type { AdaptiveCard } from "./adaptive-card.ts";
import {
  helpCard,
  personalWelcomeCard,
  teamWelcomeCard,
} from "./help-cards.ts";
import { tallyCard } from "./tally-card.ts";

const link = "https://teams.example/l/entity/app/events";

const read = (card: AdaptiveCard) => {
  const { texts, actions, warnings } = parseCard(card);
  expect(warnings).toEqual([]);
  return { texts, actions };
};

describe("cards of the bot's own words", () => {
  it("say whether a question was understood", () => {
    const given = { canPress: true, allEvents: link };
    expect(read(helpCard({ understood: true, ...given })).texts[0]).toBe(
      "What you can ask",
    );
    expect(read(helpCard({ understood: false, ...given })).texts[0]).toBe(
      "I did not understand that. You can ask:",
    );
  });

  it("name only commands that are understood", () => {
    const { body } = helpCard({
      understood: true,
      canPress: false,
      allEvents: null,
    });
    const facts = body.find(({ type }) => type === "FactSet")?.["facts"] as {
      title: string;
    }[];
    expect(facts.map(({ title }) => readChatCommand(title).kind)).toEqual([
      "upcoming",
      "myAnswers",
      "tally",
      "tally",
      "help",
    ]);
  });

  it("have buttons only where they answer the reader alone", () => {
    const buttons = (canPress: boolean, allEvents: string | null) =>
      read(helpCard({ understood: true, canPress, allEvents })).actions;
    expect(buttons(true, link)).toEqual([
      "Upcoming events",
      "My answers",
      "Open the Events tab",
    ]);
    expect(buttons(false, link)).toEqual(["Open the Events tab"]);
    expect(buttons(false, null)).toEqual([]);
    expect(read(personalWelcomeCard(null)).actions).toEqual([
      "Upcoming events",
    ]);
  });

  it.each([
    [true, [], ["Schedule an event"]],
    [
      false,
      ["Invitations go out as soon as an administrator has connected"],
      ["Schedule an event", "Open the settings"],
    ],
  ])(
    "tell a team its next step when invitations can go out: %s",
    (canSend, conditions, buttons) => {
      const { texts, actions } = read(
        teamWelcomeCard({ canSend, schedule: link, settings: link }),
      );
      const text = texts.join();
      expect(text).toContain("Next step: a lead schedules the first event.");
      expect(text.includes("Invitations go out")).toBe(!canSend);
      for (const condition of conditions) expect(text).toContain(condition);
      expect(actions).toEqual(buttons);
    },
  );

  it("tell a tally to a channel without anything to press", () => {
    const { texts, actions } = read(
      tallyCard(
        {
          eventId: "0b37a4a5-6d2c-4d3a-9b0c-3f0a51a4cf11",
          groupNames: ["Women at Contoso"],
          title: "Lunch **and** learn",
          description: [],
          startsAt: new Date("2026-12-01T12:00:00Z"),
          endsAt: new Date("2026-12-01T13:00:00Z"),
          isAllDay: false,
          movedAt: null,
          timeZone: "Europe/London",
          location: "",
          isOnline: true,
          joinUrl: null,
          cancelled: false,
          cancelMessage: null,
          scheduleVersion: 1,
          open: true,
          tally: { accepted: 3, tentative: 0, declined: 0, none: 9, total: 12 },
          answersMark: "3f2a",
          refreshFor: ["29:adele"],
        },
        { details: link, outlook: link },
      ),
    );
    expect(texts).toEqual([
      "The answers so far",
      "Lunch **and** learn",
      "{{DATE(2026-12-01T12:00:00Z, LONG)}}, {{TIME(2026-12-01T12:00:00Z)}} – {{TIME(2026-12-01T13:00:00Z)}}",
      "3 going · 0 maybe · 0 can’t go · 9 of 12 not answered",
    ]);
    expect(actions).toEqual(["Details"]);
  });
});
