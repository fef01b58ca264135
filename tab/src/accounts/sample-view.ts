import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";

/** For tests: before an account was connected. */
export const notConnectedView: ServiceAccountView = {
  expectedUpn: "ergs@contoso.com",
  state: "notConnected",
  account: null,
  problem: null,
  checks: [],
  checkedAt: null,
  nextCheckAt: null,
  setUpComplete: false,
  signIn: null,
  othersSignIn: null,
  approval: {
    adminConsentAt: null,
    adminConsentProblem: null,
    grantForEverybody: null,
  },
  attendance: {
    access: "delegated",
    state: "unknown",
    sentence: "Known after connecting.",
    cure: null,
    appOnlyScript: "",
  },
  admins: { reachable: [], unreachable: [] },
  earlier: [],
};

/** For tests: connected and checked, with nothing to complain of. */
export const connectedView: ServiceAccountView = {
  ...notConnectedView,
  state: "connected",
  account: {
    id: "0b7f9a52-5a4e-4a51-9d5c-0b1f1d5a7c11",
    upn: "ergs@contoso.com",
    displayName: "Contoso ERGs",
    connectedAt: "2026-11-23T16:00:00.000Z",
    connectedBy: "Isaiah Langer",
  },
  checks: [{ name: "mailbox", state: "ok", sentence: "It opens.", cure: null }],
  checkedAt: "2026-11-23T16:00:05.000Z",
  nextCheckAt: "2026-11-23T17:00:05.000Z",
  setUpComplete: true,
};
