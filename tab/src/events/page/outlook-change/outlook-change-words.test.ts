import type { MailPreview } from "../../../../../bot/contract/mail-preview.ts";
import type { OutlookChangeView } from "../../../../../bot/contract/outlook-change.ts";
import {
  choiceLabel,
  choicesFor,
  consequenceOf,
  outlookChangeSentences,
  outlookChangeTitle,
} from "./outlook-change-words.ts";

const reader = { locale: "en-GB", timeZone: "Europe/London" };
const event = {
  title: "Lunch",
  location: "Room 4",
  startsAt: "2031-12-01T12:00:00.000Z",
  endsAt: "2031-12-01T13:00:00.000Z",
  isAllDay: false,
  timeZone: "Europe/London",
  isOnline: true,
};
const seenAt = "2031-11-01T12:00:00.000Z";
const edited: OutlookChangeView = {
  kind: "edited",
  seenAt,
  title: null,
  time: null,
  location: null,
};
const deleted: OutlookChangeView = { kind: "deleted", seenAt };
const nobody: MailPreview = {
  people: 0,
  mails: [],
  changes: [],
  answersReset: false,
};
const twelve: MailPreview = {
  ...nobody,
  people: 12,
  mails: [{ kind: "update", reason: "restored", people: 12, names: [] }],
};

describe("what somebody changed in Outlook", () => {
  it("is told part by part, from there to here", () => {
    const change = {
      ...edited,
      title: "Dinner",
      time: {
        startsAt: "2031-12-03T15:00:00.000Z",
        endsAt: "2031-12-03T16:30:00.000Z",
        isAllDay: false,
      },
      location: "The pub",
    };
    expect(outlookChangeTitle(change)).toBe(
      "Somebody changed this event in Outlook.",
    );
    expect(
      outlookChangeSentences(change, event, reader).map((sentence) =>
        sentence.replaceAll(/\s/g, " "),
      ),
    ).toEqual([
      "Its title there is now “Dinner”; here it is “Lunch”.",
      "The time there is now Wednesday, 3 December 2031, 15:00–16:30; here it is Monday, 1 December 2031, 12:00–13:00.",
      "The place there is now “The pub”; here it is “Room 4”.",
      "Answers given in Outlook since then count once you decide.",
    ]);
  });

  it("may be that something is gone, or new", () => {
    const gone = { ...edited, title: "", location: "" };
    expect(outlookChangeSentences(gone, event, reader)).toEqual([
      "It has no title there now; here it is “Lunch”.",
      "It has no place there now; here it is “Room 4”.",
    ]);
    const added = { ...edited, location: "The pub" };
    const nowhere = { ...event, location: "" };
    expect(outlookChangeSentences(added, nowhere, reader)).toEqual([
      "The place there is now “The pub”; here it has none.",
    ]);
  });

  it("leaves a lead two choices", () => {
    const labels = (change: OutlookChangeView) =>
      choicesFor(change).map(({ label }) => label);
    expect(labels(edited)).toEqual([
      "Keep Outlook's version",
      "Restore your version",
    ]);
    expect(labels(deleted)).toEqual(["Send it again", "Cancel it here"]);
    expect(outlookChangeTitle(deleted)).toContain("deleted");
    expect(outlookChangeSentences(deleted, event, reader)).toHaveLength(1);
  });
});

describe("a choice", () => {
  it("says on its button how many mails go out", () => {
    expect(choiceLabel("restore", twelve)).toBe("Restore and send 12 updates");
    expect(choiceLabel("restore", nobody)).toBe("Restore");
    expect(choiceLabel("restore", null)).toBe("Restore");
    expect(choiceLabel("keep", nobody)).toBe("Keep Outlook's version");
    expect(choiceLabel("cancel", nobody)).toBe("Cancel event");
    expect(
      choiceLabel("sendAgain", {
        ...nobody,
        people: 1,
        mails: [
          { kind: "invitation", reason: "sentAgain", people: 1, names: [] },
        ],
      }),
    ).toBe("Send 1 invitation");
    expect(choiceLabel("sendAgain", null)).toBe("Send again");
  });

  it("says what comes of it", () => {
    const moved = { ...twelve, changes: ["time" as const] };
    expect(consequenceOf("restore", moved, event)).toContain("your time stay");
    expect(consequenceOf("restore", twelve, event)).toBeNull();
    expect(
      consequenceOf("keep", { ...nobody, answersReset: true }, event),
    ).toContain("do not count");
    expect(consequenceOf("keep", nobody, event)).toBeNull();
    expect(consequenceOf("sendAgain", nobody, event)).toContain("new link");
    expect(
      consequenceOf("sendAgain", nobody, { isOnline: false }),
    ).not.toContain("link");
    expect(consequenceOf("cancel", nobody, event)).toContain("cannot");
  });
});
