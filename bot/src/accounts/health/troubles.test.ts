import { GraphError } from "@microsoft/microsoft-graph-client";
import { publicationTrouble } from "../../events/publication-trouble.ts";
import { readGraphFailure } from "../../graph/graph-failure.ts";
import { healthAfterCheck, type Finding } from "./account-health.ts";
import { checklist } from "./check-words.ts";
import { connectionNotice } from "./connection-notice.ts";
import { entraTrouble } from "./entra-trouble.ts";
import { graphTrouble } from "./graph-trouble.ts";
import { troubles, type TroubleCode } from "./troubles.ts";

const now = new Date("2031-12-01T12:00:00Z");
const well = {
  state: "connected",
  reason: null,
  since: now,
  unreachableSince: null,
} as const;

/** What an admin reads of a refusal: the state of the connection, the sentence and the cure. */
function read(name: Finding["name"], result: Finding["result"]) {
  const findings: Finding[] = [{ name, result }];
  const health = healthAfterCheck(well, findings, now);
  const check = checklist(findings, [], now).find((line) => line.name === name);
  return {
    state: health.state,
    sentence: check?.sentence ?? "",
    cure: check?.cure ?? "",
  };
}

/** Codes, numbers, addresses of interfaces: nothing of it belongs into a sentence for people. */
const rawError =
  /AADSTS|\b\d{5,7}\b|invalid_|_required|Error[A-Z]|ForRESTAPI|undefined|null|\{|\}|https?:/;

function expectPlain(...sentences: string[]) {
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[A-Z].{20,}[.”]$/s);
    expect(sentence).not.toMatch(rawError);
  }
}

describe("what Entra refuses", () => {
  // error, suberror, number (Entra: "authentication and authorization error codes") → state, sentence, cure
  it.each([
    ["invalid_grant", "bad_token", 50173, "broken", /ended/, /Connect again/],
    ["invalid_grant", null, 50133, "broken", /ended/, /Connect again/],
    ["invalid_grant", "bad_token", 700082, "broken", /run out/, /Connect/],
    ["invalid_grant", null, 700084, "broken", /run out/, /Connect again/],
    ["invalid_grant", "token_expired", 70043, "broken", /run out/, /frequency/],
    ["invalid_grant", null, 70008, "broken", /run out/, /Connect again/],
    ["invalid_grant", null, 54005, "broken", /no longer accepts/, /Connect/],
    ["invalid_grant", null, 70000, "broken", /no longer accepts/, /Connect/],
    ["invalid_grant", null, 9002313, "broken", /no longer accepts/, /Connect/],
    ["invalid_grant", null, null, "broken", /no longer accepts/, /Connect/],
    ["login_required", null, 50058, "broken", /no longer accepts/, /Connect/],
    [
      "interaction_required",
      "basic_action",
      50076,
      "broken",
      /step/,
      /take that/,
    ],
    ["invalid_grant", "basic_action", 50079, "broken", /step/, /Conditional/],
    ["interaction_required", null, null, "broken", /step/, /take that/],
    ["invalid_grant", "message_only", 53003, "broken", /blocks/, /Check again/],
    [
      "interaction_required",
      "message_only",
      null,
      "broken",
      /blocks/,
      /policy/,
    ],
    [
      "invalid_grant",
      "consent_required",
      65001,
      "broken",
      /taken away/,
      /Grant/,
    ],
    [
      "invalid_grant",
      "consent_required",
      null,
      "broken",
      /taken away/,
      /Grant/,
    ],
    ["consent_required", null, 90094, "broken", /taken away/, /Grant/],
    ["invalid_grant", null, 50105, "broken", /assigned/, /Users and groups/],
    ["invalid_grant", null, 50057, "broken", /blocked in Entra/, /Unblock/],
    ["invalid_grant", null, 50034, "broken", /no longer exists/, /Restore/],
    [
      "invalid_grant",
      "user_password_expired",
      50055,
      "broken",
      /expired/,
      /new/,
    ],
    ["invalid_client", null, 7000222, "broken", /has expired/, /new one/],
    ["invalid_client", null, 7000215, "broken", /does not accept/, /value/],
    [
      "invalid_client",
      null,
      700027,
      "broken",
      /does not accept/,
      /CERTIFICATE/,
    ],
    ["invalid_client", null, null, "broken", /does not accept/, /value/],
    ["unauthorized_client", null, 700016, "broken", /does not know/, /TENANT/],
    ["unauthorized_client", null, 7000112, "broken", /switched off/, /enabled/],
    ["invalid_request", null, 90002, "broken", /does not know/, /TENANT/],
    ["invalid_scope", null, 70011, "broken", /refuses how/, /log/],
    ["invalid_request", null, null, "broken", /refuses how/, /log/],
  ] as const)(
    "%s, %s, %s → %s",
    (error, suberror, number, state, sentence, cure) => {
      const trouble = entraTrouble({ error, suberror, number });
      expect(trouble).not.toBe("unreachable");
      const seen = read("signIn", trouble);
      expect(seen.state).toBe(state);
      expect(seen.sentence).toMatch(sentence);
      expect(seen.cure).toMatch(cure);
      expectPlain(seen.sentence, seen.cure);
    },
  );

  it.each([
    ["temporarily_unavailable", null],
    ["server_error", null],
    ["something_new", 99999],
  ])("%s says nothing of the account", (error, number) => {
    expect(entraTrouble({ error, suberror: null, number })).toBe("unreachable");
    expect(read("signIn", "unknown")).toMatchObject({ state: "connected" });
  });

  it("leads to the right state by OAuth's error alone, should Microsoft change its numbers", () => {
    expect(
      entraTrouble({ error: "invalid_grant", suberror: null, number: 1 }),
    ).toBe("signInNeeded");
  });
});

function graphError(status: number, code: string) {
  const error = new GraphError(status, code);
  error.code = code;
  return error;
}

describe("what Graph refuses", () => {
  // status, code, path → state, what the admin reads
  it.each([
    [
      404,
      "MailboxNotEnabledForRESTAPI",
      "/me/calendar",
      /no usable mailbox/,
      /licence/,
    ],
    [
      404,
      "MailboxNotSupportedForRESTAPI",
      "/me/calendar",
      /mailbox/,
      /licence/,
    ],
    [404, "ResourceNotFound", "/me/calendar", /no usable mailbox/, /licence/],
    [401, "InvalidAuthenticationToken", "/me", /does not accept/, /Connect/],
    [403, "ErrorAccessDenied", "/me/calendar", /may not be used/, /Grant/],
  ])(
    "%s %s of %s breaks the connection",
    (status, code, path, sentence, cure) => {
      const trouble = graphTrouble(
        readGraphFailure(graphError(status, code), path),
      );
      const seen = read("mailbox", trouble as TroubleCode);
      expect(seen.state).toBe("broken");
      expect(seen.sentence).toMatch(sentence);
      expect(seen.cure).toMatch(cure);
      expectPlain(seen.sentence, seen.cure);
    },
  );

  // What blames one event leaves the connection alone; its lead reads what to do.
  it.each([
    [404, "ErrorItemNotFound", "giveUp", /deleted this event.*leads decide/],
    [400, "ErrorInvalidIdMalformed", "giveUp", /does not recognise.*Cancel it/],
    [400, "ErrorInvalidRecipients", "giveUp", /addresses.*save again/],
    [400, "ErrorOccurrenceCrossingBoundary", "giveUp", /another time/],
    [400, "ErrorExceededMessageLimit", "later", /as many mails.*by itself/],
    [429, "ErrorExceededMessageLimit", "later", /as many mails.*by itself/],
    [400, "SomethingElse", "giveUp", /Change it and save again/],
    [403, "ErrorAccessDenied", "again", /not permit.*by itself/],
    [429, "ApplicationThrottled", "again", /did not answer.*by itself/],
    [412, "ErrorIrresolvableConflict", "again", /by itself/],
    [503, "ServiceUnavailable", "again", /by itself/],
    [504, "GatewayTimeout", "again", /by itself/],
  ])("%s %s concerns its event", (status, code, kind, sentence) => {
    const failure = readGraphFailure(graphError(status, code), "/me/events");
    const trouble = publicationTrouble(failure);
    expect(trouble.kind).toBe(kind);
    expect("sentence" in trouble ? trouble.sentence : "").toMatch(sentence);
    expectPlain("sentence" in trouble ? trouble.sentence : "");
    if ("lastSentence" in trouble && trouble.lastSentence !== null)
      expectPlain(trouble.lastSentence);
    const ofAccount = graphTrouble(failure);
    if (code !== "ErrorAccessDenied")
      expect([null, "unreachable"]).toContain(ofAccount);
  });

  it("lets an event wait while the account is broken", () => {
    const failure = readGraphFailure(
      graphError(404, "MailboxNotEnabledForRESTAPI"),
      "/me/events",
    );
    expect(publicationTrouble(failure)).toEqual({ kind: "wait" });
  });
});

describe("every trouble", () => {
  it.each(Object.keys(troubles) as TroubleCode[])(
    "%s is worded for people",
    (code) => {
      const { sentence, cure, reach } = troubles[code];
      expectPlain(sentence, cure);
      for (const isAdmin of [true, false]) {
        const state = reach === "notice" ? "connected" : reach;
        const notice = connectionNotice(
          { state, problem_code: code },
          { isAdmin },
        );
        if (reach === "broken") expect(notice).toMatch(/cannot go out/);
        if (notice !== null) expectPlain(notice);
      }
    },
  );
});
