import { fitsTitle, readChatCommand } from "./chat-command.ts";

describe("readChatCommand", () => {
  it.each([
    ["", { kind: "help" }],
    ["   ", { kind: "help" }],
    ["?", { kind: "help" }],
    ["help", { kind: "help" }],
    ["Help?", { kind: "help" }],
    ["HELLO!", { kind: "help" }],
    ["<at>ERG Events</at>", { kind: "help" }],
    ["<at>ERG Events</at> help", { kind: "help" }],
    ['<at id="0">ERG\nEvents</at>&nbsp;help', { kind: "help" }],
    ["upcoming events", { kind: "upcoming" }],
    ["Upcoming events?", { kind: "upcoming" }],
    ["  upcoming\n events. ", { kind: "upcoming" }],
    ["<at>ERG Events</at>&nbsp;upcoming events", { kind: "upcoming" }],
    ["<p>events</p>", { kind: "upcoming" }],
    ["event", { kind: "upcoming" }],
    ["what's on?", { kind: "upcoming" }],
    ["What’s on this week", { kind: "upcoming" }],
    ["what is on", { kind: "upcoming" }],
    ["my answers", { kind: "myAnswers" }],
    ["My answers?", { kind: "myAnswers" }],
    ["my answer", { kind: "myAnswers" }],
    ["my RSVPs", { kind: "myAnswers" }],
    ["answers", { kind: "myAnswers" }],
    ["tally", { kind: "tally", words: "" }],
    ["Tally?", { kind: "tally", words: "" }],
    ["tally lunch", { kind: "tally", words: "lunch" }],
    ["<at>ERG Events</at> tally lunch", { kind: "tally", words: "lunch" }],
    ["tally of “Summer party”!", { kind: "tally", words: "summer party" }],
    ["tally for lunch: part 2", { kind: "tally", words: "lunch part 2" }],
    ["tally Q&amp;A", { kind: "tally", words: "q&a" }],
    ["who is coming", { kind: "tally", words: "" }],
    ["who is coming to lunch?", { kind: "tally", words: "lunch" }],
    ["Who’s coming to lunch ??", { kind: "tally", words: "lunch" }],
    ["who comes to the lunch", { kind: "tally", words: "the lunch" }],
    ["tally من معنا", { kind: "tally", words: "من معنا" }],
    // Words that only begin like a command.
    ["tallyho", { kind: "unknown" }],
    ["eventually", { kind: "unknown" }],
    ["my answers are none of your business", { kind: "unknown" }],
    ["helpless", { kind: "unknown" }],
    ["hi, can you book me a flight", { kind: "unknown" }],
    ["'; drop table people; --", { kind: "unknown" }],
  ])("understands %j as %j", (text, command) => {
    expect(readChatCommand(text)).toEqual(command);
  });

  it.each([
    ["<at>", "help"],
    ["<at ", "unknown"],
    ["<", "unknown"],
    [" ?", "help"],
    ["tally ", "tally"],
  ])("reads %j ten thousand times over", (text, kind) => {
    expect(readChatCommand(text.repeat(10_000)).kind).toBe(kind);
  });
});

describe("fitsTitle", () => {
  it.each([
    ["Lunch and learn", "lunch", true],
    ["Lunch: part 2!", "tally Lunch: part 2!", true],
    ["“Summer” party", "tally summer party", true],
    ["Q&A, with Adele", "tally q&a with adele", true],
    ["Lunch   and\tlearn", "tally lunch and learn", true],
    ["Is it lunch?", "tally is it lunch?", true],
    ["Lunch", "tally", true],
    ["Lunch", "tally dinner", false],
    ["Lunch", "tally %", false],
  ])("finds %j by %j: %s", (title, asked, fits) => {
    const command = readChatCommand(asked);
    const words = command.kind === "tally" ? command.words : asked;
    expect(fitsTitle(title, words)).toBe(fits);
  });
});
