import type { EventLive } from "../../../bot/contract/events.ts";
import { isPartlyInvited, statusSentence } from "./status-words.ts";

const progress: EventLive["progress"] = {
  invited: 3,
  total: 12,
  waitingFor: null,
  nextTryAt: null,
  nextTryInMs: null,
  problem: null,
  waves: 1,
  lastAt: null,
  pausedBy: null,
  canPause: false,
};

const noTimes = { nextTry: null, last: null };

describe("where an event stands", () => {
  it("says how many invitations are out while they go out", () => {
    expect(
      statusSentence(
        { status: "scheduling", cancelMessage: null, progress },
        noTimes,
      ),
    ).toBe("Sending invitations: 3 of 12.");
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
          cancelMessage: null,
          progress: { ...progress, invited: total, total },
          tally: tallyWith(members),
        },
        noTimes,
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

  it("says that it is over, and nothing of invitations then", () => {
    const given = { cancelMessage: null, progress };
    const over = { isOver: true };
    expect(
      statusSentence({ ...given, status: "scheduled" }, noTimes, over),
    ).toBe("This event is over.");
    expect(
      statusSentence({ ...given, status: "cancelled" }, noTimes, over),
    ).toBe("This event is cancelled.");
  });

  it("says what the work waits for", () => {
    const waiting = { ...progress, waitingFor: "serviceAccount" as const };
    expect(
      statusSentence(
        { status: "scheduling", cancelMessage: null, progress: waiting },
        noTimes,
      ),
    ).toBe(
      "The invitations go out as soon as the service account is connected.",
    );
    const nextTry = {
      ...progress,
      waitingFor: "nextTry" as const,
      problem: "Outlook is busy.",
    };
    expect(
      statusSentence(
        { status: "updating", cancelMessage: null, progress: nextTry },
        { ...noTimes, nextTry: "17:03" },
      ),
    ).toBe(
      "Outlook is busy. 3 of 12 invitations are out. The next try is at 17:03.",
    );
    // It is counted down beside the sentence.
    expect(
      statusSentence(
        { status: "updating", cancelMessage: null, progress: nextTry },
        noTimes,
      ),
    ).toBe("Outlook is busy. 3 of 12 invitations are out.");
  });

  it("says what went wrong when the work was given up", () => {
    const failed = { ...progress, problem: "Outlook refused an address." };
    expect(
      statusSentence(
        { status: "failed", cancelMessage: null, progress: failed },
        noTimes,
      ),
    ).toBe("Outlook refused an address. 3 of 12 invitations are out.");
    expect(
      statusSentence(
        {
          status: "failed",
          cancelMessage: null,
          progress: { ...failed, invited: 0 },
        },
        noTimes,
      ),
    ).toBe("Outlook refused an address.");
  });

  it("says of a cancellation that was given up nothing of invitations", () => {
    const large = { ...progress, invited: 1500, total: 5000 };
    const given = {
      status: "failed" as const,
      progress: { ...large, problem: "Outlook refused it." },
      cancelMessage: "",
    };
    expect(statusSentence(given, noTimes)).toBe("Outlook refused it.");
    expect(isPartlyInvited(given)).toBe(false);
    expect(isPartlyInvited({ ...given, status: "cancelling" })).toBe(false);
    const invitation = { ...given, cancelMessage: null };
    expect(isPartlyInvited(invitation)).toBe(true);
    expect(isPartlyInvited({ ...invitation, status: "scheduled" })).toBe(false);
  });

  it("says when it goes on where only a pause is waited for", () => {
    const pause = {
      ...{ ...progress, waitingFor: "pause" as const },
      problem: "Outlook has asked for a pause.",
    };
    expect(
      statusSentence(
        { status: "updating", cancelMessage: null, progress: pause },
        { ...noTimes, nextTry: "17:03" },
      ),
    ).toBe(
      "Outlook has asked for a pause. 3 of 12 invitations are out. It goes on at 17:03.",
    );
  });

  it("says who has paused the work, how far it is, and when the last mail goes out", () => {
    const large = { ...progress, invited: 1500, total: 5000 };
    const paused = {
      ...large,
      waitingFor: "resume" as const,
      pausedBy: "Megan Bowen",
    };
    expect(
      statusSentence(
        { status: "scheduling", cancelMessage: null, progress: paused },
        noTimes,
      ),
    ).toBe(
      "Megan Bowen has paused this. 1,500 of 5,000 invitations are out. Nothing more goes out until a lead resumes it.",
    );
    expect(
      statusSentence(
        {
          status: "updating",
          cancelMessage: null,
          progress: { ...paused, pausedBy: null, invited: 5000 },
        },
        noTimes,
      ),
    ).toBe("Paused. Nothing more goes out until a lead resumes it.");
    expect(
      statusSentence(
        { status: "scheduling", cancelMessage: null, progress: large },
        { ...noTimes, last: "Wed 2 Dec, 09:40" },
      ),
    ).toBe(
      "Sending invitations: 1,500 of 5,000. The last mail goes out at about Wed 2 Dec, 09:40.",
    );
  });

  it("says that everybody has the invitation", () => {
    const done = { ...progress, invited: 12 };
    expect(
      statusSentence(
        { status: "scheduled", cancelMessage: null, progress: done },
        noTimes,
      ),
    ).toBe("Scheduled. 12 people have the invitation.");
  });
});
