import { AppError } from "../../errors.ts";
import { troubles } from "../health/troubles.ts";
import { EntraUnreachable, NoToken } from "./no-token.ts";

/** What Entra refused or did not answer, as an error that says so to who asked; others stay as they are. */
export function explainEntra(error: unknown): unknown {
  if (error instanceof EntraUnreachable)
    return new AppError({
      code: "signInUnavailable",
      status: 503,
      message:
        "Microsoft's sign-in service did not answer. Try again in a moment.",
      cause: error,
    });
  if (error instanceof NoToken) {
    const { sentence, cure } = troubles[error.trouble];
    return new AppError({
      code: error.trouble,
      status: 502,
      message: `${sentence} ${cure}`,
      cause: error,
    });
  }
  return error;
}
