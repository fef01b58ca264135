import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { accountChecklist, accountSentence } from "./account-words.ts";

const notConnected: ServiceAccountView = {
  expectedUpn: "ergs@contoso.com",
  state: "notConnected",
  account: null,
  problem: null,
  lastSignIn: null,
};
const connected: ServiceAccountView = {
  ...notConnected,
  state: "connected",
  account: {
    upn: "ergs@contoso.com",
    displayName: "Contoso ERGs",
    connectedAt: "2026-11-23T16:00:00.000Z",
    connectedBy: "Megan Bowen",
    scopes: ["Calendars.ReadWrite"],
    teamsMeetings: "available",
  },
};

describe("the service account", () => {
  it("is described with what to do next", () => {
    expect(accountSentence(notConnected)).toMatch(/Sign in as ergs@contoso/);
    expect(accountSentence(connected)).toMatch(/come from Contoso ERGs/);
    const problem = { code: "revoked", message: "Connect the account again." };
    expect(accountSentence({ ...connected, state: "broken", problem })).toBe(
      "Connect the account again.",
    );
  });

  it("has a checklist of what must be in place", () => {
    const states = (view: ServiceAccountView) =>
      accountChecklist(view).map((item) => item.state);
    expect(states(notConnected)).toEqual(["open", "unknown", "unknown"]);
    expect(states(connected)).toEqual(["done", "done", "done"]);
  });

  it("says that a licence or a permission is missing", () => {
    const account = connected.account && {
      ...connected.account,
      scopes: ["User.Read"],
      teamsMeetings: "unavailable" as const,
    };
    const [, calendar, meetings] = accountChecklist({ ...connected, account });
    expect(calendar?.text).toMatch(/Connect again/);
    expect(meetings?.text).toMatch(/licence/);
  });
});
