/** A reason to stop that a person can act on: its message is one line, and all that is shown. */
export class PlainError extends Error {
  override readonly name = "PlainError";
}
