import type { SignInView } from "../../../../bot/contract/accounts.ts";
import { connectedView, notConnectedView } from "../sample-view.ts";
import {
  approvalState,
  confirmQuestion,
  endedSignIn,
  endIntent,
  waitingSentence,
} from "./sign-in-words.ts";

const now = new Date("2026-11-23T16:05:00Z");

function ended(
  outcome: Extract<SignInView, { state: "ended" }>["outcome"],
  at = "2026-11-23T16:00:00.000Z",
): SignInView {
  const id = "5f0c7a0e-2f6b-4f0e-8a55-6c1d8a1f2b11";
  return { state: "ended", id, outcome, message: "So it ended.", at };
}

describe("a sign-in that has ended", () => {
  it("is told while it is news", () => {
    const view = { ...notConnectedView, signIn: ended("wrongAccount") };
    expect(endedSignIn(view, now)?.message).toBe("So it ended.");
    const twoDaysLater = new Date("2026-11-25T16:05:00Z");
    expect(endedSignIn(view, twoDaysLater)).toBeNull();
  });

  it("is not told when it succeeded, or when another one has succeeded since", () => {
    const connected = { ...connectedView, signIn: ended("connected") };
    expect(endedSignIn(connected, now)).toBeNull();
    const before = ended("denied", "2026-11-23T15:50:00.000Z");
    expect(endedSignIn({ ...connectedView, signIn: before }, now)).toBeNull();
    const after = ended("denied", "2026-11-23T16:02:00.000Z");
    expect(
      endedSignIn({ ...connectedView, signIn: after }, now),
    ).not.toBeNull();
  });

  it("is as bad as it is", () => {
    expect(endIntent("wrongAccount")).toBe("error");
    expect(endIntent("denied")).toBe("warning");
    expect(endIntent("discarded")).toBe("info");
  });
});

describe("an administrator's approval", () => {
  const denied = { ...notConnectedView, signIn: ended("denied") };
  const consentedAt = (adminConsentAt: string) => ({
    ...denied,
    approval: { ...denied.approval, adminConsentAt },
  });

  it("is needed after the wall, a cancelled sign-in, and a consent that was taken back", () => {
    expect(approvalState(denied, now)).toBe("needed");
    const walled = { ...notConnectedView, signIn: ended("approvalNeeded") };
    expect(approvalState(walled, now)).toBe("needed");
    const takenBack = {
      ...connectedView,
      problem: {
        code: "consentRevoked",
        sentence: "The consent is gone.",
        cure: "Ask for it.",
        guide: "approval",
        since: "2026-11-23T16:00:00.000Z",
      } as const,
    };
    expect(approvalState(takenBack, now)).toBe("needed");
    expect(approvalState(connectedView, now)).toBe("notNeeded");
    const wrong = { ...notConnectedView, signIn: ended("wrongAccount") };
    expect(approvalState(wrong, now)).toBe("notNeeded");
  });

  it("has arrived only when it is newer than the sign-in that lacked it", () => {
    expect(approvalState(denied, now)).toBe("needed");
    const earlier = consentedAt("2026-11-23T15:59:00.000Z");
    expect(approvalState(earlier, now)).toBe("needed");
    const later = consentedAt("2026-11-23T16:01:00.000Z");
    expect(approvalState(later, now)).toBe("arrived");
  });

  it("may have been asked for before anybody was refused", () => {
    const asked = {
      ...consentedAt("2026-11-23T16:01:00.000Z"),
      signIn: null,
    };
    expect(approvalState(asked, now)).toBe("arrived");
    const longAgo = { ...asked, ...consentedAt("2026-11-20T16:01:00.000Z") };
    expect(approvalState({ ...longAgo, signIn: null }, now)).toBe("notNeeded");
    const used = { ...asked, signIn: ended("connected", now.toISOString()) };
    expect(approvalState(used, now)).toBe("notNeeded");
    const connected = { ...connectedView, approval: asked.approval };
    expect(approvalState(connected, now)).toBe("notNeeded");
  });
});

describe("a sign-in that goes on", () => {
  it("asks for the account by name and address", () => {
    const came = { displayName: "Contoso ERGs", upn: "ergs@contoso.com" };
    expect(confirmQuestion(came)).toBe(
      "Contoso ERGs (ergs@contoso.com) has signed in. Connect it?",
    );
  });

  it("says where to sign in, after a reload of the page, too", () => {
    const base = { expectedUpn: "ergs@contoso.com", opened: false };
    expect(waitingSentence({ ...base, hasLink: true })).toMatch(/window/);
    expect(waitingSentence({ ...base, hasLink: false })).toMatch(/new link/);
    expect(waitingSentence({ ...base, opened: true, hasLink: false })).toMatch(
      /page is open/,
    );
  });
});
