/** A reason to stop that a person can act on: one line, no stack. */
export class PlainError extends Error {}

/**
 * Explains a file operation that failed, in one line.
 *
 * @param {unknown} error
 * @param {string} folder what the operation needed to write to
 * @returns {Error}
 */
export function explainFileError(error, folder) {
  const code = /** @type {NodeJS.ErrnoException} */ (error)?.code;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new PlainError(
      `No right to write to ${folder}: give it to the user that runs this, or copy the project to a folder of yours.`,
    );
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new PlainError(
      `The disk that holds ${folder} is full: free about 2 GB and start again.`,
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}
