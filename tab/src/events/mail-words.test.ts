import type { MailPreview } from "../../../bot/contract/mail-preview.ts";
import {
  allNamesLabel,
  byName,
  cancelLabel,
  mailSentences,
  namesSentence,
  outsideSentences,
  replacesSentence,
  sendLabel,
  subscribersWarning,
} from "./mail-words.ts";

function previewOf(partial: Partial<MailPreview>): MailPreview {
  return { people: 0, mails: [], changes: [], answersReset: false, ...partial };
}

describe("a change that takes the place of one that waits", () => {
  it("says whose that is, and that nobody is mailed about it besides", () => {
    const replaces = (isOwn: boolean, by: string | null) =>
      replacesSentence({ replaces: { kind: "change", isOwn, by } });
    expect(replacesSentence({})).toBeNull();
    expect(replaces(true, "Megan Bowen")).toBe(
      "This takes the place of the change that you made just now and that has not gone out yet. Nobody is mailed about that one besides.",
    );
    expect(replaces(false, "Diego Siciliani")).toContain(
      "the change that Diego Siciliani made just now",
    );
  });
});

describe("what will be mailed", () => {
  it("is an invitation to each of a new event's people", () => {
    const preview = previewOf({
      people: 12,
      mails: [
        { kind: "invitation", people: 12, reason: "newEvent", names: [] },
      ],
    });
    expect(mailSentences(preview)).toEqual([
      "12 people will get an invitation.",
    ]);
    expect(sendLabel(preview)).toBe("Send 12 invitations");
  });

  it("names mailing lists apart from people, each as one mail", () => {
    const preview = (people: number) =>
      previewOf({
        people,
        mails: [
          {
            kind: "invitation",
            people,
            lists: { count: 1, about: 1200 },
            reason: "newEvent",
            names: [],
          },
        ],
      });
    expect(mailSentences(preview(13))).toEqual([
      "12 people and 1 mailing list (about 1,200 people) will get an invitation.",
    ]);
    expect(sendLabel(preview(13))).toBe("Send 13 invitations");
    expect(mailSentences(preview(1))).toEqual([
      "1 mailing list (about 1,200 people) will get an invitation.",
    ]);
  });

  it("is an update with its reasons when a scheduled event changes", () => {
    const preview = previewOf({
      people: 13,
      mails: [
        { kind: "update", people: 12, reason: "changed", names: [] },
        { kind: "invitation", people: 1, reason: "added", names: ["Bo"] },
      ],
      changes: ["time", "location", "attendees"],
      answersReset: true,
    });
    expect(mailSentences(preview)).toEqual([
      "12 people will get an update, because the time and location change. They are asked to answer again.",
      "1 person will get an invitation, because you add them.",
    ]);
    expect(sendLabel(preview)).toBe("Send 12 updates and 1 invitation");
  });

  it("is nothing when nothing visible changes", () => {
    expect(mailSentences(previewOf({}))).toEqual(["Nobody gets a mail."]);
    expect(sendLabel(previewOf({}))).toBe("Save without sending");
  });

  it("is a cancellation when the event is cancelled", () => {
    const preview = previewOf({
      people: 2,
      mails: [
        { kind: "cancellation", people: 2, reason: "cancelled", names: [] },
      ],
    });
    expect(cancelLabel(preview)).toBe("Cancel event and send 2 cancellations");
  });

  it("is told in words of its own after somebody changed or deleted it in Outlook", () => {
    const mailOf = (mail: Partial<MailPreview["mails"][number]>) =>
      mailSentences(
        previewOf({
          mails: [
            {
              kind: "update",
              people: 2,
              reason: "restored",
              names: [],
              ...mail,
            },
          ],
          changes: ["time"],
        }),
      );
    expect(mailOf({})).toEqual([
      "2 people will get an update, because you put your version back.",
    ]);
    expect(mailOf({ kind: "invitation", reason: "sentAgain" })).toEqual([
      "2 people will get a new invitation.",
    ]);
  });

  it("names the first people and counts the rest", () => {
    expect(namesSentence({ names: ["Adele", "Alex"], people: 12 })).toBe(
      "Adele, Alex and 10 more",
    );
    expect(namesSentence({ names: ["Adele", "Alex"], people: 2 })).toBe(
      "Adele and Alex",
    );
  });
});

describe("everybody who is mailed", () => {
  it("is promised by their number", () => {
    expect(allNamesLabel({ people: 1240 })).toBe("Show all 1,240");
  });

  it("stands in the order of the reader's alphabet", () => {
    const person = (name: string, address = `${name}@x.com`) => ({
      name,
      address,
    });
    const who = [
      person("Zoe"),
      person("Öykü"),
      person("adele"),
      person("Alex", "b@x.com"),
      person("Alex", "a@x.com"),
    ];
    const names = (locale: string) =>
      byName(who, locale).map(({ name }) => name);
    expect(names("de")).toEqual(["adele", "Alex", "Alex", "Öykü", "Zoe"]);
    expect(names("sv")).toEqual(["adele", "Alex", "Alex", "Zoe", "Öykü"]);
    expect(byName(who, "en")[1]?.address).toBe("a@x.com");
  });
});

describe("mailing lists that an admin named", () => {
  it("stand in the sentence by name, each as one mail", () => {
    const invitation = (people: number, count: number, about: number) =>
      mailSentences(
        previewOf({
          mails: [
            {
              kind: "invitation",
              people,
              lists: {
                count,
                about,
                named: [{ name: "All employees", about: 48_000 }],
              },
              reason: "newEvent",
              names: [],
            },
          ],
        }),
      );
    expect(invitation(1, 1, 48_000)).toEqual([
      "All employees (about 48,000 people, one mail) will get an invitation.",
    ]);
    expect(invitation(14, 2, 49_200)).toEqual([
      "12 people, All employees (about 48,000 people, one mail) and 1 mailing list (about 1,200 people) will get an invitation.",
    ]);
  });

  it("are warned about where they are Microsoft 365 groups", () => {
    expect(subscribersWarning({})).toBeNull();
    expect(subscribersWarning({ teamGroups: ["Women at Contoso"] })).toBe(
      "Women at Contoso is a Microsoft 365 group: only members who subscribe to it get the mail.",
    );
    expect(subscribersWarning({ teamGroups: ["A", "B"] })).toBe(
      "A and B are Microsoft 365 groups: only members who subscribe to them get the mail.",
    );
  });
});

describe("people outside the company", () => {
  it("are named, guests apart", () => {
    const nobody = { count: 0, names: [] };
    expect(outsideSentences({})).toEqual([]);
    expect(
      outsideSentences({
        outside: {
          external: { count: 1200, names: ["ada@fabrikam.com"] },
          guests: { count: 1, names: ["Lidia Holloway"] },
        },
      }),
    ).toEqual([
      "1,200 people outside your company get an invitation: ada@fabrikam.com and 1,199 more.",
      "1 guest of your company gets an invitation: Lidia Holloway.",
    ]);
    expect(
      outsideSentences({
        outside: { external: nobody, guests: { count: 2, names: ["A", "B"] } },
      }),
    ).toEqual(["2 guests of your company get an invitation: A and B."]);
  });
});
