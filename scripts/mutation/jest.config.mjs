import everything from "../../jest.config.mjs";

const { testEnvironment, extensionsToTreatAsEsm, transform } = everything;

/** The tests of the pure modules that are mutated, and nothing that they can do without: no database, no simulator. */
export default {
  rootDir: "../..",
  testEnvironment,
  extensionsToTreatAsEsm,
  transform,
  testMatch: [
    "<rootDir>/bot/src/audience/plan-*.test.ts",
    "<rootDir>/bot/src/audience/recipient-budget.test.ts",
    "<rootDir>/bot/src/graph/lane/lane-*.test.ts",
    "<rootDir>/bot/src/responses/attendee-response*.test.ts",
    "<rootDir>/bot/src/cards/render/tally*.test.ts",
  ],
  maxWorkers: 1,
};
