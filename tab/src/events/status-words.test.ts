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
