import { readFileSync } from "node:fs";
import { join } from "node:path";
import { knownApplicationPermissions } from "../../simulator/login/application-permissions.ts";

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, name), "utf8");
const shell = read("grant-to-service-account.sh");
const grant = read("grant-to-service-account.ps1");
const attendance = read("grant-attendance-app-only.ps1");

/** The text without comments. */
const code = (script: string) =>
  script.replaceAll(/<#[^]*?#>/g, "").replaceAll(/^\s*#.*$/gm, "");

/** Every cmdlet that a script runs, each once. */
function cmdlets(script: string): string[] {
  const ran = code(script).match(
    /\b(?:Connect|Get|Grant|New|Remove|Set|Update)-(?:Mg|Cs|Microsoft)\w+/g,
  );
  return [...new Set(ran)].toSorted();
}

function parameters(script: string): string[] {
  const block = /\nparam\(([^]*?)\n\)\n/.exec(code(script))![1]!;
  return [...block.matchAll(/\] \$(\w+)/g)].map((match) => match[1]!);
}

/** Brackets that are still open at the end, or that close what is not open. */
function unbalanced(script: string): string {
  // Parentheses within texts that hold expressions, $( ), are balanced themselves.
  const pairs: Record<string, string> = { ")": "(", "}": "{", "]": "[" };
  const open: string[] = [];
  for (const character of code(script).replaceAll(/[^()[\]{}]/g, "")) {
    const opening = pairs[character];
    if (opening === undefined) open.push(character);
    else if (open.pop() !== opening) return `unexpected ${character}`;
  }
  return open.join("");
}

// Nobody has run these scripts: PowerShell is not among the project's tools. Their text is held
// against the script that is run, and against Microsoft's names.
describe("the PowerShell scripts", () => {
  it("grant the same delegated permissions as the shell script", () => {
    const inShell = /^scopes="([^"]+)"$/m.exec(shell)![1];
    const inPowerShell = /\$Scopes = "([^"]+)"/.exec(grant)![1];
    expect(inPowerShell).toBe(inShell);
  });

  it("have the parameters that the guide names, and -WhatIf", () => {
    const shared = ["ClientId", "ServiceAccount"];
    expect(parameters(grant)).toEqual([
      ...shared,
      "Environment",
      "Scopes",
      "Remove",
    ]);
    expect(parameters(attendance)).toEqual([
      ...shared,
      "PolicyName",
      "Environment",
      "Remove",
    ]);
    for (const script of [grant, attendance]) {
      expect(script).toContain("[CmdletBinding(SupportsShouldProcess)]");
      expect(script).toContain('[Alias("Cloud")]');
    }
  });

  it("describe each of their parameters", () => {
    for (const script of [grant, attendance]) {
      const described = [...script.matchAll(/^\.PARAMETER (\w+)$/gm)].map(
        (match) => match[1],
      );
      expect(described.toSorted()).toEqual(parameters(script).toSorted());
    }
  });

  it("run the cmdlets of Microsoft Graph that do what the shell script does", () => {
    expect(cmdlets(grant)).toEqual([
      "Connect-MgGraph",
      "Get-MgOauth2PermissionGrant",
      "Get-MgServicePrincipal",
      "Get-MgUser",
      "New-MgOauth2PermissionGrant",
      // Named in a sentence for people.
      "New-MgServicePrincipal",
      "Remove-MgOauth2PermissionGrant",
      "Update-MgOauth2PermissionGrant",
    ]);
    for (const script of [shell.replaceAll("%20", " "), grant]) {
      expect(script).toMatch(
        /clientId eq '[^']+' and consentType eq 'Principal' and principalId eq '/,
      );
      expect(script).toContain("00000003-0000-0000-c000-000000000000");
    }
  });

  it("change nothing but within ShouldProcess, so that -WhatIf holds", () => {
    for (const script of [grant, attendance]) {
      const lines = code(script).split("\n");
      const changing = lines.flatMap((line, index) =>
        /^\s+(?:New|Update|Remove|Set|Grant)-(?:Mg|Cs)/.test(line)
          ? [lines.slice(0, index).reverse()]
          : [],
      );
      expect(changing.length).toBeGreaterThan(2);
      for (const before of changing) {
        const enclosing = before.findIndex((line) =>
          /ShouldProcess/.test(line),
        );
        const ended = before.findIndex((line) => /^ {0,2}\}/.test(line));
        expect(enclosing).toBeGreaterThanOrEqual(0);
        expect(ended === -1 || enclosing < ended).toBe(true);
      }
    }
  });

  it("give the app itself the two permissions by their ids, and Teams' policy", () => {
    const named = [
      ...attendance.matchAll(/^ {2}"([\w.]+)"\s+= "([\da-f-]{36})"$/gm),
    ].map((match) => ({ name: match[1], id: match[2] }));
    expect(named).toEqual(
      ["OnlineMeetings.Read.All", "OnlineMeetingArtifact.Read.All"].map(
        (wanted) => {
          const known = knownApplicationPermissions.find(
            ({ name }) => name === wanted,
          );
          return { name: wanted, id: known?.id };
        },
      ),
    );
    expect(cmdlets(attendance)).toEqual([
      "Connect-MgGraph",
      "Connect-MicrosoftTeams",
      "Get-CsApplicationAccessPolicy",
      "Get-MgServicePrincipal",
      "Get-MgServicePrincipalAppRoleAssignment",
      "Get-MgUser",
      "Grant-CsApplicationAccessPolicy",
      "New-CsApplicationAccessPolicy",
      // Named in a sentence for people.
      "New-MgServicePrincipal",
      "New-MgServicePrincipalAppRoleAssignment",
      "Remove-CsApplicationAccessPolicy",
      "Remove-MgServicePrincipalAppRoleAssignment",
      "Set-CsApplicationAccessPolicy",
    ]);
    // To the one account: never to the whole organization.
    expect(code(attendance)).not.toMatch(/-Global\b|-Group\b/);
    expect(code(attendance)).toContain(
      "Grant-CsApplicationAccessPolicy -PolicyName $PolicyName -Identity $user.Id",
    );
  });

  it("ask for no more than their calls need", () => {
    const asked = (script: string) =>
      /-Scopes @\(([^)]+)\)/.exec(script)![1]!.match(/[\w.]+/g);
    expect(asked(grant)).toEqual([
      "DelegatedPermissionGrant.ReadWrite.All",
      "Application.Read.All",
      "User.Read.All",
    ]);
    expect(asked(attendance)).toEqual([
      "AppRoleAssignment.ReadWrite.All",
      "Application.Read.All",
      "User.Read.All",
    ]);
  });

  it("close every bracket and quotation mark that they open", () => {
    for (const script of [grant, attendance]) {
      expect(unbalanced(script)).toBe("");
      for (const line of code(script).split("\n")) {
        const marks = line.replaceAll('`"', "").split('"').length - 1;
        expect([line, marks % 2]).toEqual([line, 0]);
      }
    }
  });
});
