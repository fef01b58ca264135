import { tabTrouble } from "./check-tab.ts";

const tab = {
  entityId: "events-1",
  name: "Events",
  contentUrl: "https://erg.contoso.com/?group=all",
};
const domains = ["erg.contoso.com", "*.fabrikam.com"];
const trouble = (change: Partial<typeof tab & { websiteUrl: string }>) =>
  tabTrouble({ ...tab, ...change }, domains);

describe("what Teams keeps as a tab", () => {
  it("is on the app's own domains, by https", () => {
    expect(trouble({})).toBeNull();
    expect(trouble({ contentUrl: "https://a.fabrikam.com/" })).toBeNull();
    expect(trouble({ contentUrl: "http://erg.contoso.com/" })).toContain(
      "contentUrl is no https address",
    );
    for (const contentUrl of [
      "https://contoso.com/",
      "https://erg.contoso.com.evil.example/",
      "https://erg.contoso.com:8443/",
      "https://fabrikam.com/",
      "https://a.b.fabrikam.com/",
    ])
      expect(trouble({ contentUrl })).toContain("validDomains");
    expect(trouble({ contentUrl: "not an address" })).toContain("contentUrl");
    expect(trouble({ websiteUrl: "https://evil.example/" })).toContain(
      "websiteUrl",
    );
  });

  it("may be on this machine without TLS", () => {
    const config = { ...tab, contentUrl: "http://localhost:3978/?group=all" };
    expect(tabTrouble(config, ["localhost:3978"])).toBeNull();
    expect(tabTrouble(config, ["localhost:4000"])).not.toBeNull();
  });

  it("has an entity and a name", () => {
    expect(trouble({ entityId: " " })).toContain("entityId");
    expect(trouble({ name: "" })).toContain("name");
    expect(trouble({ name: "e".repeat(129) })).toContain("name");
  });
});
