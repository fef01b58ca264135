/**
 * The order in which test files run. Those that kill the product at each of its writes take minutes: begun last, one
 * of the two workers would wait for them with nothing left to do. Jest itself knows only what it measured before,
 * which on a fresh clone is nothing.
 */
const slowestFirst = [
  /test\/faults\//,
  /test\/start\//,
  /test\/flows\/(card-trouble|chat|teams)\./,
  /test\/(browser|playground)\//,
  /test\/flows\//,
  /scripts\/admin\//,
];

const rankOf = (path) => {
  const rank = slowestFirst.findIndex((place) => place.test(path));
  return rank === -1 ? slowestFirst.length : rank;
};

export default class SlowestFirst {
  sort(tests) {
    return [...tests].sort(
      (a, b) => rankOf(a.path) - rankOf(b.path) || a.path.localeCompare(b.path),
    );
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
