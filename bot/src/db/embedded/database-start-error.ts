/** The embedded database cannot start; the message is one line that says why and what to do. */
export class DatabaseStartError extends Error {
  override readonly name = "DatabaseStartError";
}

const causes: Record<string, (path: string) => string> = {
  EACCES: noRights,
  EPERM: noRights,
  EROFS: (path) =>
    `${path} is on a read-only file system. Choose another folder (DATABASE_URL).`,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  ENOSPC: (path) =>
    `The disk that holds ${path} is full. Free some space and start again.`,
  EDQUOT: (path) =>
    `The disk quota for ${path} is used up. Free some space and start again.`,
};

function noFolder(path: string): string {
  return `${path} cannot be a folder: a file is in the way. Choose another folder (DATABASE_URL).`;
}

function noRights(path: string): string {
  return `No right to write to ${path}. Give it to the user that runs this, or choose another folder (DATABASE_URL).`;
}

/** Turns a failed file operation inside `path` into one line with its cure; anything else stays what it is. */
export function explainFileError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  const explain = causes[code];
  if (!explain || error instanceof DatabaseStartError) return error;
  return new DatabaseStartError(explain(path), { cause: error });
}
