/** The account cannot get a token until somebody signs in again, or the earlier key is set again. */
export class SignInNeeded extends Error {
  readonly code: "signInNeeded" | "unreadableTokens";

  constructor(code: SignInNeeded["code"], cause?: unknown) {
    super("The service account has to be connected again.", { cause });
    this.name = "SignInNeeded";
    this.code = code;
  }
}
