import type {
  HistoryChange,
  HistoryEntry,
} from "../../../../../bot/contract/event-history.ts";
import { historyKindSchema } from "../../../../../bot/contract/event-history.ts";
import { changeLine, entrySentence } from "./history-words.ts";

const reader = {
  locale: "en-GB",
  timeZone: "Europe/London",
  objectId: "o",
  teamId: null,
  home: "/",
  isSettingUpTab: false,
};
const entry = (more: Partial<HistoryEntry>): HistoryEntry => ({
  id: "1",
  kind: "changed",
  by: "Megan Bowen",
  isOwn: false,
  at: "2031-11-01T10:00:00.000Z",
  changes: [],
  ...more,
});
const at = (hour: number) => ({
  startsAt: `2031-12-01T${hour}:00:00.000Z`,
  endsAt: `2031-12-01T${hour + 1}:00:00.000Z`,
  isAllDay: false,
  timeZone: "Europe/London",
});
const title: HistoryChange = { field: "title", from: "Lunch", to: "Brunch" };
const time: HistoryChange = { field: "time", from: at(12), to: at(14) };

describe("what happened", () => {
  it("is a sentence that names who and what", () => {
    expect(entrySentence(entry({ changes: [title, time] }))).toBe(
      "Megan Bowen changed the title and the time.",
    );
    expect(entrySentence(entry({ isOwn: true, kind: "cancelled" }))).toBe(
      "You cancelled the event.",
    );
    expect(
      entrySentence(
        entry({ kind: "changedInOutlook", by: null, changes: [time] }),
      ),
    ).toBe("Somebody changed the time in Outlook.");
    expect(entrySentence(entry({}))).toBe(
      "Megan Bowen changed whom the event invites.",
    );
  });

  it("is a sentence of its own for each kind", () => {
    const said = historyKindSchema.options.map((kind) =>
      entrySentence(entry({ kind })),
    );
    expect(new Set(said).size).toBe(said.length);
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z].+\.$/);
  });

  it("tells from what to what", () => {
    expect(changeLine(title, reader)).toEqual({
      label: "Title",
      from: "Lunch",
      to: "Brunch",
    });
    const moved = changeLine(time, reader);
    expect(moved?.from).toMatch(/1 December 2031, 12:00–13:00$/);
    expect(moved?.to).toMatch(/14:00–15:00$/);
    expect(
      changeLine({ field: "location", from: "", to: "Room 5" }, reader),
    ).toMatchObject({ from: "none", to: "Room 5" });
    expect(
      changeLine({ field: "people", added: 1200, removed: 1 }, reader)?.to,
    ).toBe("1,200 added, 1 taken off");
    expect(
      changeLine({ field: "channels", from: [], to: ["General"] }, reader),
    ).toMatchObject({ from: "none", to: "General" });
    expect(changeLine({ field: "open", to: false }, reader)?.to).toBe(
      "may not join any more",
    );
  });

  it("is the formatting alone where the text stayed the same, which is not told twice", () => {
    const formatting: HistoryChange = {
      field: "description",
      from: "Bring food",
      to: "Bring food",
    };
    expect(entrySentence(entry({ changes: [title, formatting] }))).toBe(
      "Megan Bowen changed the title and the formatting of the description.",
    );
    expect(changeLine(formatting, reader)).toBeNull();
    expect(
      changeLine({ ...formatting, to: "Bring drinks" }, reader),
    ).toMatchObject({ from: "Bring food", to: "Bring drinks", isLong: true });
  });

  it("names further groups, but for those that the reader may not know of", () => {
    const groups: HistoryChange = {
      field: "coHosts",
      added: ["Parents", null],
      removed: ["Pride"],
    };
    const late: HistoryChange = { field: "lateJoiners", to: false };
    expect(entrySentence(entry({ changes: [groups, late] }))).toBe(
      "Megan Bowen changed which further groups are invited and whether who joins a group later is invited.",
    );
    expect(changeLine(groups, reader)?.to).toBe(
      "Parents and a confidential group added; Pride taken off",
    );
    expect(changeLine(late, reader)?.to).toBe(
      "is not invited by themselves any more",
    );
    expect(changeLine({ field: "wholeGroup", to: true }, reader)?.to).toBe(
      "everybody in it is invited",
    );
  });
});
