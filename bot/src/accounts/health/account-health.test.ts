import {
  checkDelayMs,
  healthAfterCheck,
  healthAfterFailure,
  nextCheckMs,
  type AccountHealth,
  type Finding,
} from "./account-health.ts";

const at = (minutes: number) =>
  new Date(Date.UTC(2031, 11, 1, 12, 0) + minutes * 60_000);
const connected: AccountHealth = {
  state: "connected",
  reason: null,
  since: at(-60),
  unreachableSince: null,
};
const found = (
  results: Partial<Record<Finding["name"], Finding["result"]>>,
): Finding[] =>
  (
    ["signIn", "account", "permissions", "mailbox", "teamsMeetings"] as const
  ).map((name) => ({ name, result: results[name] ?? "ok" }));

describe("the health of an account", () => {
  it("stays connected, since the same moment, while every check is well", () => {
    expect(healthAfterCheck(connected, found({}), at(0))).toEqual(connected);
  });

  it("is what the heaviest finding says, the first among equals", () => {
    const health = healthAfterCheck(
      connected,
      found({
        teamsMeetings: "noTeamsMeetings",
        mailbox: "mailboxMissing",
        permissions: "calendarPermissionMissing",
      }),
      at(0),
    );
    expect(health).toEqual({
      state: "broken",
      reason: "calendarPermissionMissing",
      since: at(0),
      unreachableSince: null,
    });
  });

  it("keeps its moment while the reason is the same, and has a new one when that changes", () => {
    const first = healthAfterCheck(
      connected,
      found({ signIn: "signInRevoked" }),
      at(0),
    );
    const again = healthAfterCheck(
      first,
      found({ signIn: "signInRevoked" }),
      at(5),
    );
    expect(again.since).toEqual(at(0));
    const other = healthAfterCheck(
      again,
      found({ signIn: "accountDisabled" }),
      at(10),
    );
    expect(other).toMatchObject({ reason: "accountDisabled", since: at(10) });
  });

  it("takes no notice for a state", () => {
    expect(
      healthAfterCheck(connected, found({ account: "renamed" }), at(0)).state,
    ).toBe("connected");
  });

  it("recovers when everything is well again", () => {
    const broken = healthAfterCheck(
      connected,
      found({ mailbox: "mailboxMissing" }),
      at(0),
    );
    expect(healthAfterCheck(broken, found({}), at(3))).toEqual({
      ...connected,
      since: at(3),
    });
  });

  describe("while Microsoft does not answer", () => {
    const silent = found({ signIn: "unknown", mailbox: "unknown" });

    it("stays as it was for a quarter of an hour, then is degraded, and recovers", () => {
      let health = healthAfterCheck(connected, silent, at(0));
      expect(health).toEqual({ ...connected, unreachableSince: at(0) });
      health = healthAfterCheck(health, silent, at(14));
      expect(health.state).toBe("connected");
      health = healthAfterCheck(health, silent, at(15));
      expect(health).toMatchObject({
        state: "degraded",
        reason: "unreachable",
      });
      health = healthAfterCheck(health, silent, at(40));
      expect(health.since).toEqual(at(15));
      expect(healthAfterCheck(health, found({}), at(41))).toEqual({
        ...connected,
        since: at(41),
      });
    });

    it("does not call a broken account anything else", () => {
      const broken = healthAfterCheck(
        connected,
        found({ signIn: "signInRevoked" }),
        at(0),
      );
      const later = healthAfterCheck(
        healthAfterCheck(broken, silent, at(1)),
        silent,
        at(60),
      );
      expect(later).toMatchObject({
        state: "broken",
        reason: "signInRevoked",
        since: at(0),
      });
    });

    it("believes a trouble that shows all the same", () => {
      expect(
        healthAfterCheck(
          connected,
          found({ signIn: "unknown", mailbox: "mailboxMissing" }),
          at(0),
        ).state,
      ).toBe("broken");
    });

    it("begins to count anew after an answer", () => {
      const answered = healthAfterCheck(
        healthAfterCheck(connected, silent, at(0)),
        found({}),
        at(10),
      );
      expect(healthAfterCheck(answered, silent, at(20)).state).toBe(
        "connected",
      );
    });
  });

  it("is broken at once by a failure of the daily work, unless it is broken already or the matter is small", () => {
    expect(healthAfterFailure(connected, "tokenRefused", at(0))).toEqual({
      state: "broken",
      reason: "tokenRefused",
      since: at(0),
      unreachableSince: null,
    });
    const broken = healthAfterFailure(connected, "mailboxMissing", at(0));
    expect(healthAfterFailure(broken, "tokenRefused", at(1))).toBe(broken);
    expect(healthAfterFailure(connected, "noTeamsMeetings", at(0))).toBe(
      connected,
    );
  });
});

describe("the pace of checks", () => {
  it("answers the first failure at once, and a row of them less and less often, up to a quarter of an hour", () => {
    expect(
      [1, 2, 3, 4, 5, 6, 7, 50].map((n) => checkDelayMs(n) / 60_000),
    ).toEqual([0, 1, 2, 4, 8, 15, 15, 15]);
  });

  it("is quicker while something is wrong or Microsoft is silent", () => {
    const quiet = nextCheckMs(connected);
    expect(nextCheckMs({ ...connected, unreachableSince: at(0) })).toBeLessThan(
      quiet,
    );
    expect(
      nextCheckMs({ ...connected, state: "broken", reason: "signInNeeded" }),
    ).toBeLessThan(quiet);
  });
});
