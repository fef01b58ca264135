import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { coverage } from "./coverage.ts";
import { settingDefinitions } from "./settings/setting-definitions.ts";
import { defaultSettings, settingsSchema } from "./settings/settings.ts";
import { registeredRoutes } from "./testing/registered-routes.ts";

describe("the list of what is covered", () => {
  it("equals the registered routes", async () => {
    const listed = coverage.map(({ method, path }) => `${method} ${path}`);
    expect(listed.toSorted()).toEqual(await registeredRoutes());
  });

  it("names tests that exist", () => {
    for (const { test } of coverage) {
      const path = fileURLToPath(new URL(test, import.meta.url));
      expect([test, existsSync(path)]).toEqual([test, true]);
    }
  });
});

describe("the switches", () => {
  it("are each described once, and every described value is one", () => {
    const names = settingDefinitions.map(({ name }) => name);
    expect(names.toSorted()).toEqual(
      Object.keys(settingsSchema.shape).toSorted(),
    );
    for (const { name, values } of settingDefinitions) {
      if (typeof values === "string") continue;
      for (const value of values) {
        const changed = { ...defaultSettings(), [name]: value };
        expect(settingsSchema.safeParse(changed).success).toBe(true);
      }
    }
  });
});
