/**
 * One line when this Node is too old to install and start the rest, else null.
 * Written in the oldest JavaScript, because an old Node has to read it.
 *
 * @param {string} version as in `process.version`
 * @returns {string | null}
 */
export function nodeVersionProblem(version) {
  var major = parseInt(version.replace(/^v/, ""), 10);
  if (major >= 20) return null;
  return (
    "ERG Events needs Node 20 or newer; this is " +
    version +
    ". Install a current one from https://nodejs.org and start again."
  );
}
