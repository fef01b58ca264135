import { connectedView, notConnectedView } from "./sample-view.ts";
import {
  earlierSentence,
  guideSentence,
  standingWords,
  toldSentence,
  unreachableSentence,
} from "./standing-words.ts";

const sentenceOf = (view: typeof connectedView) => {
  const { title, sentence } = standingWords(view);
  return `${title} ${sentence}`;
};
const signIn = {
  id: "5f0c7a0e-2f6b-4f0e-8a55-6c1d8a1f2b11",
  expiresAt: "2026-11-23T16:10:00.000Z",
};

describe("where the connection stands", () => {
  it("is told with what to do next", () => {
    expect(sentenceOf(notConnectedView)).toMatch(
      /^Not connected\. Sign in as ergs@contoso\.com/,
    );
    expect(sentenceOf(connectedView)).toBe(
      "Connected. Invitations come from Contoso ERGs.",
    );
  });

  it("is connecting while a first sign-in goes on, and stays connected during another one", () => {
    const open = { ...signIn, state: "open", opened: true } as const;
    const toConfirm = {
      ...signIn,
      state: "toConfirm",
      came: { upn: "ergs@contoso.com", displayName: "Contoso ERGs" },
      consequence: null,
    } as const;
    expect(sentenceOf({ ...notConnectedView, signIn: open })).toBe(
      "Connecting. ergs@contoso.com has not signed in yet.",
    );
    expect(sentenceOf({ ...notConnectedView, signIn: toConfirm })).toMatch(
      /^Connecting\..*confirm/,
    );
    expect(sentenceOf({ ...connectedView, signIn: open })).toMatch(
      /^Connected\./,
    );
  });

  it("needs attention, more or less urgently", () => {
    const degraded = standingWords({ ...connectedView, state: "degraded" });
    const broken = standingWords({ ...connectedView, state: "broken" });
    expect(degraded.title).toBe("Needs attention.");
    expect(broken.title).toBe("Needs attention.");
    expect([degraded.intent, broken.intent]).toEqual(["warning", "error"]);
  });

  it("says whose matter a problem is where it is not the reader's", () => {
    expect(guideSentence("operator")).toMatch(
      /pass it on.*whoever runs the backend/,
    );
    expect(guideSentence("wait")).toMatch(/wait/);
    expect(guideSentence("connect")).toBeNull();
  });
});

describe("whom the bot tells", () => {
  it("is named, with how the others become reachable", () => {
    expect(toldSentence(["Isaiah Langer", "Megan Bowen"])).toMatch(
      /tells Isaiah Langer and Megan Bowen\.$/,
    );
    expect(toldSentence([])).toMatch(/cannot tell anybody yet/);
    expect(unreachableSentence(["Lee Gu"])).toBe(
      "It cannot reach Lee Gu, who has to add ERG Events for themselves in Teams.",
    );
    expect(unreachableSentence([])).toBeNull();
  });
});

describe("an earlier account", () => {
  it("is told with the events that it still organizes", () => {
    const account = {
      id: "0b7f9a52-5a4e-4a51-9d5c-0b1f1d5a7c12",
      upn: "old@contoso.com",
      state: "connected",
      problem: null,
    } as const;
    expect(earlierSentence({ ...account, upcomingEvents: 1 })).toBe(
      "old@contoso.com: connected, 1 upcoming event",
    );
    expect(earlierSentence({ ...account, upcomingEvents: 0 })).toMatch(
      /0 upcoming events$/,
    );
  });
});
