/**
 * The order in which test files run. Some keep the processor busy (they start the product again and again, or a
 * browser), others wait most of their time: begun side by side they share it, while files of one kind would all want
 * it at the same moment and leave it idle later. Of each kind those that take longest come first: begun last, one of
 * the workers would wait for them with nothing left to do. Jest itself knows only what it measured before, which on a
 * fresh clone is nothing.
 */
const busy = [
  /test\/faults\//,
  /test\/start\//,
  /test\/browser\/pages\./,
  /test\/(browser|playground)\//,
];
const waiting = [
  /test\/flows\/(card-trouble|hold|sending|late-joiners|chat|teams|stopped-work)\./,
  /test\/flows\//,
];
const short = [/scripts\/admin\//, /./];

const rankIn = (places, path) => places.findIndex((place) => place.test(path));

/** The tests of these places, in the order of the places. */
const ofKind = (places, tests) =>
  tests
    .map((test) => ({ test, rank: rankIn(places, test.path) }))
    .filter(({ rank }) => rank !== -1)
    .sort((a, b) => a.rank - b.rank || a.test.path.localeCompare(b.test.path))
    .map(({ test }) => test);

/** Lists as one, each spread evenly over it. */
const mixed = (...lists) =>
  lists
    .flatMap((list) =>
      list.map((test, n) => ({ test, at: (n + 0.5) / list.length })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ test }) => test);

export default class SlowestFirst {
  sort(tests) {
    const long = mixed(ofKind(busy, tests), ofKind(waiting, tests));
    const rest = tests.filter((test) => !long.includes(test));
    return [...long, ...ofKind(short, rest)];
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
