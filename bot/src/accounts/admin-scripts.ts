import type { Config } from "../config.ts";

export function adminScripts(_config: Config) {
  return {
    grantPowerShell: "",
    grantCli: "",
    attendanceAppOnly: "",
    limitMailbox: "",
  };
}
