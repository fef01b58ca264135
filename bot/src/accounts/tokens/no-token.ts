import type { TroubleCode } from "../health/troubles.ts";

/** The account cannot get a token, and why; no try again helps before somebody does something. */
export class NoToken extends Error {
  readonly trouble: TroubleCode;

  constructor(trouble: TroubleCode, cause?: unknown) {
    super("The service account cannot get a token.", { cause });
    this.name = "NoToken";
    this.trouble = trouble;
  }
}

/** Entra did not answer, or has trouble of its own: nothing was sent, and it can be tried again. */
export class EntraUnreachable extends Error {
  constructor(cause: unknown) {
    super("Entra did not answer.", { cause });
    this.name = "EntraUnreachable";
  }
}
