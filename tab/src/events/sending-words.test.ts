import type { Sending } from "../../../bot/contract/mail-preview.ts";
import { budgetSentence, sizeWarnings } from "./sending-words.ts";

const small: Sending = {
  waves: 1,
  waveSize: 500,
  recipients: 12,
  left: 9400,
  perDay: 10_000,
  now: 12,
  lastAt: "2031-12-01T12:00:00.000Z",
  isOnline: true,
  meetingCapacity: null,
};

describe("how mails go out", () => {
  it("is said in numbers, and with a time where it takes longer", () => {
    expect(budgetSentence(small, { at: "12:00", isNow: true })).toBe(
      "This takes 12 of the 9,400 mails that the service account can still send today.",
    );
    expect(
      budgetSentence(
        { ...small, recipients: 12_000, now: 9000 },
        { at: "Tue 2 Dec, 12:00", isNow: false },
      ),
    ).toBe(
      "This takes 12,000 of the 9,400 mails that the service account can still send today. 9,000 go out now, the others until about Tue 2 Dec, 12:00.",
    );
    expect(
      budgetSentence(
        { ...small, left: 0, now: 0 },
        { at: "18:30", isNow: false },
      ),
    ).toMatch(/They go until about 18:30\.$/);
  });

  it("warns of nothing that does not matter", () => {
    expect(sizeWarnings(small)).toEqual([]);
  });

  it("warns of several Outlook events, a full meeting and more people than a day allows", () => {
    const large = {
      ...small,
      waves: 24,
      recipients: 12_000,
      meetingCapacity: 300,
    };
    const [waves, capacity, days] = sizeWarnings(large);
    expect(waves).toContain("24 events in Outlook");
    expect(waves).toContain("lobby");
    expect(capacity).toContain("holds 300 people");
    expect(days).toContain("(10,000)");
    expect(days).toContain("one mail");
    expect(sizeWarnings({ ...large, isOnline: false })[0]).not.toContain(
      "lobby",
    );
  });
});
