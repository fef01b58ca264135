/** Which modules are mutated, and how many of the mutants their tests have to notice. */
export default {
  mutate: [
    "bot/src/audience/plan-sending.ts",
    "bot/src/audience/plan-waves.ts",
    "bot/src/graph/lane/lane-use.ts",
    "bot/src/responses/attendee-response.ts",
    "bot/src/cards/render/tally.ts",
  ],
  testRunner: "command",
  commandRunner: {
    command:
      "node --experimental-vm-modules --disable-warning=ExperimentalWarning node_modules/jest/bin/jest.js --config scripts/mutation/jest.config.mjs --bail",
  },
  coverageAnalysis: "off",
  concurrency: 2,
  // What these tests do not read need not be copied.
  ignorePatterns: [
    ".cache",
    ".data",
    "appPackage",
    "bench",
    "dist",
    "docs",
    "infra",
    "simulator",
    "tab",
    "test",
  ],
  tempDirName: ".cache/stryker",
  reporters: ["clear-text", "html", "json"],
  clearTextReporter: { allowColor: false, logTests: false },
  htmlReporter: { fileName: ".cache/mutation/report.html" },
  jsonReporter: { fileName: ".cache/mutation/report.json" },
  allowConsoleColors: false,
  thresholds: { high: 90, low: 80, break: 80 },
};
