import { Stryker } from "@stryker-mutator/core";

/**
 * Breaks the pure rules of answers, waves and the day's recipients in every small way there is, and looks whether their tests notice. Ends
 * with 1 where they miss too much; what they missed is listed, and drawn in .cache/mutation/report.html.
 */
await new Stryker({
  configFile: "scripts/mutation/stryker.config.mjs",
}).runMutationTest();
