/** One jest for the whole product: tests stand beside the code, and in test/ for what crosses rooms. */
export default {
  testEnvironment: "node",
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/.data/", "/.cache/"],
  modulePathIgnorePatterns: ["/dist/", "/.data/", "/.cache/"],
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          target: "es2024",
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "es6" },
      },
    ],
  },
  globalSetup: "<rootDir>/test/harness/global-setup.ts",
  globalTeardown: "<rootDir>/test/harness/global-teardown.ts",
  setupFilesAfterEnv: ["<rootDir>/test/harness/fail-on-console-error.ts"],
  testSequencer: "<rootDir>/test/harness/slowest-first.mjs",
  // Waits have a patience of their own, and say what they waited for; this is for what hangs without one.
  testTimeout: 60_000,
  // More than the two cores: tests of the whole product wait for more than half of their time.
  maxWorkers: 5,
};
