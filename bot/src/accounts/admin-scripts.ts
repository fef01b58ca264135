import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";

/** Scripts for admins of Entra, Teams and Exchange, with this installation's names filled in. */
export interface AdminScripts {
  grantPowerShell: string;
  grantCli: string;
  attendanceAppOnly: string;
  limitMailbox: string;
}

const folder = join(import.meta.dirname, "../../../scripts/admin");

/**
 * The supplied scripts, as scripts/admin has them, with the configuration as their defaults: they run without a
 * parameter. A script that has lost the place for a value is an error of ours and is not handed out.
 */
export function adminScripts(config: Config): AdminScripts {
  const graph = new URL(config.GRAPH_BASE_URL).origin;
  const names: [RegExp, string][] = [
    mandatory("[guid] $ClientId", config.AAD_APP_CLIENT_ID),
    mandatory("[string] $ServiceAccount", config.SERVICE_ACCOUNT_UPN),
  ];
  const cloud: [RegExp, string] = [
    /\[string\] \$Environment = "Global"/,
    `[string] $Environment = "${environmentOf(graph)}"`,
  ];
  return {
    grantPowerShell: fill("grant-to-service-account.ps1", [...names, cloud]),
    grantCli: fill("grant-to-service-account.sh", [
      [/^client_id=$/m, `client_id=${inShell(config.AAD_APP_CLIENT_ID)}`],
      [/^account=$/m, `account=${inShell(config.SERVICE_ACCOUNT_UPN)}`],
      [/^graph=https:\/\/graph\.microsoft\.com$/m, `graph=${inShell(graph)}`],
    ]),
    attendanceAppOnly: fill("grant-attendance-app-only.ps1", [...names, cloud]),
    limitMailbox: fill("limit-to-one-mailbox.ps1", names),
  };
}

const texts = new Map<string, string>();

function fill(name: string, values: readonly [RegExp, string][]): string {
  const text = texts.get(name) ?? readFileSync(join(folder, name), "utf8");
  texts.set(name, text);
  return values.reduce((filled, [place, value]) => {
    if (!place.test(filled))
      throw new Error(`${name} has no place for ${value}.`);
    return filled.replace(place, () => value);
  }, text);
}

/** A PowerShell parameter that has to be given becomes one with a default. */
function mandatory(parameter: string, value: string): [RegExp, string] {
  const escaped = parameter.replaceAll(/[[\]$]/g, "\\$&");
  return [
    new RegExp(`\\[Parameter\\(Mandatory\\)\\]\\s+${escaped}(?=[,\\n])`),
    `${parameter} = '${value.replaceAll("'", "''")}'`,
  ];
}

function inShell(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/** The name by which Microsoft Graph PowerShell knows a cloud (Get-MgEnvironment). */
function environmentOf(graphOrigin: string): string {
  switch (graphOrigin) {
    case "https://graph.microsoft.us":
      return "USGov";
    case "https://dod-graph.microsoft.us":
      return "USGovDoD";
    case "https://microsoftgraph.chinacloudapi.cn":
      return "China";
    default:
      return "Global";
  }
}
