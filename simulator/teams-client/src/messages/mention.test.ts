import {
  mentionsAsNames,
  namesBot,
  textParts,
  withoutMention,
} from "./mention.ts";

const bot = "ERG Events";

describe("a mention of the bot", () => {
  it("is known by its sign, in whatever case", () => {
    expect(namesBot("hi @erg events!", bot)).toBe(true);
    expect(namesBot("ERG Events is good", bot)).toBe(false);
  });

  it("is taken out of what is sent, however often it stands there", () => {
    expect(withoutMention("@ERG Events help", bot)).toBe("help");
    expect(withoutMention("please @erg events help @ERG Events", bot)).toBe(
      "please help",
    );
    expect(withoutMention(" help ", bot)).toBe("help");
  });

  it("is told apart from the text around it", () => {
    expect(textParts("@ERG Events what is on?", bot)).toEqual([
      { kind: "mention", text: "@ERG Events" },
      { kind: "text", text: " what is on?" },
    ]);
    expect(textParts("ask @erg events", bot)).toEqual([
      { kind: "text", text: "ask " },
      { kind: "mention", text: "@erg events" },
    ]);
    expect(textParts("", bot)).toEqual([]);
  });

  it("by the bot is a name", () => {
    expect(
      mentionsAsNames('Hello <at>Megan</at> and <at id="1">Lee</at>'),
    ).toBe("Hello Megan and Lee");
  });
});
