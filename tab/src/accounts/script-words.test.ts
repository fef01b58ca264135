import { readFileSync } from "node:fs";
import { runSentence, scripts } from "./script-words.ts";

const folder = new URL("../../../scripts/admin/", import.meta.url);

describe("a supplied script", () => {
  it("is told with how it is tried and taken back", () => {
    expect(runSentence(scripts.grantCli)).toBe(
      "Save it as grant-to-service-account.sh and run it. With --dry-run it only says what it would do; with --remove it takes everything back.",
    );
    expect(runSentence(scripts.limitMailbox)).not.toMatch(/takes/);
  });

  it.each(Object.values(scripts))(
    "$file exists and has the options that people are told of",
    ({ file, trial, remove }) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      const isPowerShell = file.endsWith(".ps1");
      expect(text).toContain(isPowerShell ? "SupportsShouldProcess" : trial);
      if (remove === null) expect(text).not.toMatch(/remove/i);
      else expect(text).toContain(isPowerShell ? "[switch] $Remove" : remove);
    },
  );
});
