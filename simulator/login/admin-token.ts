import { randomUUID } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { graphAudience, lifetime, sign } from "./tokens.ts";

/** Microsoft's own programs, with which an admin works on the directory by script. */
const tools = {
  /** Microsoft Graph Command Line Tools, with what our scripts ask for. */
  graphPowerShell: {
    appId: "14d82eec-204b-4c2f-b7e8-296a70dab67e",
    name: "Microsoft Graph Command Line Tools",
    scopes: [
      "Application.Read.All",
      "AppRoleAssignment.ReadWrite.All",
      "DelegatedPermissionGrant.ReadWrite.All",
      "User.Read.All",
    ],
  },
  /** Second-hand: the scopes of its tokens, which nobody can choose. */
  azureCli: {
    appId: "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
    name: "Microsoft Azure CLI",
    scopes: [
      "Application.ReadWrite.All",
      "AppRoleAssignment.ReadWrite.All",
      "AuditLog.Read.All",
      "DelegatedPermissionGrant.ReadWrite.All",
      "Directory.AccessAsUser.All",
      "Group.ReadWrite.All",
      "User.Read.All",
      "User.ReadWrite.All",
    ],
  },
} as const;

export interface AdminTokenOptions {
  tool?: keyof typeof tools;
  /** Fewer or other permissions than the tool has by itself. */
  scopes?: readonly string[];
}

/**
 * The Graph token that one of Microsoft's command line tools holds for somebody who has signed in
 * with it. Anybody can have one; what it opens is decided by the person's role as well.
 */
export function adminToken(
  simulation: Simulation,
  person: Person,
  options: AdminTokenOptions = {},
): Promise<string> {
  const tool = tools[options.tool ?? "graphPowerShell"];
  const scopes = options.scopes ?? tool.scopes;
  const tenantId = simulation.directory.tenant.id;
  return sign(simulation.keys.entra, {
    aud: graphAudience,
    iss: `https://sts.windows.net/${tenantId}/`,
    ...lifetime(simulation.clock.now()),
    appid: tool.appId,
    app_displayname: tool.name,
    name: person.displayName,
    oid: person.id,
    upn: person.upn,
    scp: ["openid", "profile", ...scopes].join(" "),
    tid: tenantId,
    uti: randomUUID(),
    ver: "1.0",
  });
}
