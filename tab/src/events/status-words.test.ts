import type { EventLive } from "../../../bot/contract/events.ts";
import { statusSentence } from "./status-words.ts";

const progress: EventLive["progress"] = {
  invited: 3,
  total: 12,
  waitingFor: null,
  nextTryAt: null,
  problem: null,
};

describe("where an event stands", () => {
  it("says how many invitations are out while they go out", () => {
    expect(statusSentence({ status: "scheduling", progress }, null)).toBe(
      "Sending invitations: 3 of 12",
    );
  });

  it("counts mailing lists apart from people", () => {
    const tallyWith = (members: number) => ({
      ...{ accepted: 0, tentative: 0, declined: 0, none: 2, total: 2 },
      lists: { count: 1, about: 1200, members },
    });
    const sentence = (total: number, members = 0) =>
      statusSentence(
        {
          status: "scheduled",
          progress: { ...progress, invited: total, total },
          tally: tallyWith(members),
        },
        null,
      );
    expect(sentence(3)).toBe(
      "Scheduled. 2 people and 1 mailing list (about 1,200 people) have the invitation.",
    );
    // Two of the five got the list's.
    expect(sentence(5, 2)).toBe(sentence(3));
    expect(sentence(1)).toBe(
      "Scheduled. 1 mailing list (about 1,200 people) has the invitation.",
    );
  });

  it("says what the work waits for", () => {
    const waiting = { ...progress, waitingFor: "serviceAccount" as const };
    expect(
      statusSentence({ status: "scheduling", progress: waiting }, null),
    ).toBe(
      "The invitations go out as soon as the service account is connected.",
    );
    const nextTry = {
      ...progress,
      waitingFor: "nextTry" as const,
      problem: "Outlook is busy.",
    };
    expect(
      statusSentence({ status: "updating", progress: nextTry }, "17:03"),
    ).toBe("Outlook is busy. The next try is at 17:03.");
  });

  it("says what went wrong when the work was given up", () => {
    const failed = { ...progress, problem: "Outlook refused an address." };
    expect(statusSentence({ status: "failed", progress: failed }, null)).toBe(
      "Outlook refused an address.",
    );
  });

  it("says that everybody has the invitation", () => {
    const done = { ...progress, invited: 12 };
    expect(statusSentence({ status: "scheduled", progress: done }, null)).toBe(
      "Scheduled. 12 people have the invitation.",
    );
  });
});
