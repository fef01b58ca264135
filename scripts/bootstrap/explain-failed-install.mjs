import { readFileSync } from "node:fs";
import { PlainError } from "./stop-with-line.mjs";

/** What npm's own words mean for the person in front of it; the first that fits is said. */
const explanations = [
  {
    sign: /\b(EACCES|EPERM|EROFS)\b/,
    say: (/** @type {string} */ root) =>
      `npm has no right to write to ${root} or to its own cache (~/.npm): give them to the user that runs this.`,
  },
  {
    sign: /\b(ENOSPC|EDQUOT)\b/,
    say: () => "The disk is full: free about 2 GB and start again.",
  },
  {
    sign: /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/,
    say: () =>
      "npm cannot reach its registry: the first install needs a network (behind a proxy: npm config set proxy …). Start again when there is one.",
  },
  {
    sign: /can only install packages when your package\.json and package-lock\.json/,
    say: () =>
      'package.json and package-lock.json disagree: run "npm install" and start again.',
  },
];

/**
 * @param {string} logFile
 * @param {string} root
 */
export function explainFailedInstall(logFile, root) {
  const log = readFileSync(logFile, "utf8");
  const known = explanations.find(({ sign }) => sign.test(log));
  if (known)
    return new PlainError(`${known.say(root)} (npm's log: ${logFile})`);
  const tail = log.trim().split("\n").slice(-20).join("\n");
  return new PlainError(
    `${tail}\nThe install failed; above is the end of ${logFile}. Start again to repeat it.`,
  );
}
