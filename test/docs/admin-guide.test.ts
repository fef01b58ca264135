import { checklist } from "../../bot/src/accounts/health/check-words.ts";
import {
  delegatedPermissions,
  otherPermissions,
} from "../../bot/contract/permissions.ts";
import { checkName } from "../../tab/src/accounts/checks/check-words.ts";
import { namesIn, readPage, tableUnder } from "./read-page.ts";

const guide = readPage("docs/admin-guide.md");

/** A call without its ids, its query and who makes it. */
const bare = (call: string) =>
  call.replace(/\?.*$/, "").replaceAll(/\{[^}]*\}/g, "{id}");

describe("the admin guide", () => {
  it("lists the permissions as the product does", () => {
    const listed = tableUnder(guide, "Permissions").map(
      ([name = "", type, whatFor, consent]) => ({
        name: name.replaceAll("`", ""),
        type,
        whatFor,
        consent,
      }),
    );
    expect(listed).toEqual(
      [...delegatedPermissions, ...otherPermissions].map(
        ({ name, type, whatFor, consent }) => ({
          name,
          type,
          whatFor,
          consent,
        }),
      ),
    );
  });

  const calls = tableUnder(guide, "Which permission each call needs");

  it("names a permission for every call of the table of Graph calls", () => {
    const explained = calls.flatMap(([call = ""]) => namesIn(call).map(bare));
    const made = tableUnder(
      readPage("docs/graph-calls.md"),
      "Graph calls per use case",
    ).flatMap(([, cell = ""]) => namesIn(cell).map(bare));
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter((call) => !explained.includes(call))).toEqual([]);
  });

  it("names only permissions that the product uses, and says of the others that they are not used yet", () => {
    const known = [...delegatedPermissions, ...otherPermissions];
    const named = calls.map(
      ([, permission = ""]) => /^[\w.]+/.exec(permission)?.[0],
    );
    const unknown = named.filter(
      (name) => !known.some((permission) => permission.name === name),
    );
    expect(unknown).toEqual([]);
    for (const { name, whatFor } of delegatedPermissions)
      if (name !== "offline_access")
        expect([name, named.includes(name)]).toEqual([
          name,
          !whatFor.endsWith("not used yet"),
        ]);
  });

  it("describes the checklist in the words of the page", () => {
    const everythingWell = checklist(
      (
        [
          "signIn",
          "account",
          "organization",
          "permissions",
          "mailbox",
          "teamsMeetings",
          "answers",
          "clock",
          "attendance",
        ] as const
      ).map((name) => ({ name, result: "ok" })),
      [],
      new Date(),
    );
    const described = tableUnder(guide, "The checklist").map(
      ([line, inOrder]) => [line, inOrder],
    );
    expect(described).toEqual(
      everythingWell.map((check) => [checkName(check), check.sentence]),
    );
  });

  it("names the redirect addresses that are registered", () => {
    const manifest = JSON.parse(readPage("aad.manifest.json")) as {
      web: { redirectUris: string[] };
    };
    const paths = manifest.web.redirectUris.map((address) =>
      address.replace("${{TAB_ENDPOINT}}", ""),
    );
    expect(paths).toHaveLength(2);
    for (const page of [guide, readPage("README.md")])
      for (const path of paths)
        expect(page).toContain(`\`https://<host>${path}\``);
  });
});
