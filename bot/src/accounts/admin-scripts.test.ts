import { execFileSync } from "node:child_process";
import { delegatedPermissions } from "../../contract/permissions.ts";
import { readConfig } from "../config.ts";
import { adminScripts } from "./admin-scripts.ts";

const environment = {
  PUBLIC_URL: "https://events.contoso.com",
  DATABASE_URL: ".data/postgres",
  BOT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c11",
  BOT_PASSWORD: "secret",
  BOT_TENANT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c12",
  AAD_APP_CLIENT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c13",
  AAD_APP_CLIENT_SECRET: "secret",
  AAD_APP_TENANT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c12",
  TOKEN_ENCRYPTION_KEY: "ab".repeat(32),
  SERVICE_ACCOUNT_UPN: "o'brien.ergs@contoso.com",
};

describe("the scripts for admins", () => {
  const scripts = adminScripts(readConfig(environment));

  it.each(["grantPowerShell", "attendanceAppOnly", "limitMailbox"] as const)(
    "have their names filled in: %s",
    (name) => {
      expect(scripts[name]).toContain(
        "[guid] $ClientId = '6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c13'",
      );
      expect(scripts[name]).toContain(
        "[string] $ServiceAccount = 'o''brien.ergs@contoso.com'",
      );
    },
  );

  it("grant just what is asked for at connect, with OpenID's own", () => {
    const asked = delegatedPermissions.map(({ name }) => name);
    for (const script of [scripts.grantPowerShell, scripts.grantCli]) {
      const scopes = /^\W*(?:\[string\] \$Scopes = |scopes=)"([^"]+)"/m.exec(
        script,
      )?.[1];
      expect(scopes?.split(" ").toSorted()).toEqual(
        ["openid", "profile", ...asked].toSorted(),
      );
    }
  });

  it("are read by a shell as they are meant, whatever is in a name", () => {
    const values = scripts.grantCli
      .split("\n")
      .filter((line) => /^(client_id|account|graph)=/.test(line));
    const said = execFileSync(
      "bash",
      [
        "-c",
        `${values.join("\n")}\nprintf '%s|' "$client_id" "$account" "$graph"`,
      ],
      { encoding: "utf8" },
    );
    expect(said).toBe(
      "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c13|o'brien.ergs@contoso.com|https://graph.microsoft.com|",
    );
    expect(() =>
      execFileSync("bash", ["-n"], { input: scripts.grantCli }),
    ).not.toThrow();
  });

  it("follow a national cloud", () => {
    const inGovernment = adminScripts(
      readConfig({
        ...environment,
        GRAPH_BASE_URL: "https://graph.microsoft.us/v1.0",
      }),
    );
    expect(inGovernment.grantCli).toContain(
      "graph='https://graph.microsoft.us'",
    );
    expect(inGovernment.grantPowerShell).toContain(
      '[string] $Environment = "USGov"',
    );
  });
});
