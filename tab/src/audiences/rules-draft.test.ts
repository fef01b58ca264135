import type { AudienceSettingsView } from "../../../bot/contract/audiences.ts";
import {
  checkRules,
  rulesDraftOf,
  rulesFieldOf,
  wantedRulesOf,
} from "./rules-draft.ts";

const settings: AudienceSettingsView = {
  ownDomains: ["contoso.com", "brand.example"],
  domainsNamed: true,
  externalPolicy: "warn",
  meetingCapacity: 300,
  smallestBreakdown: 5,
  version: 3,
};
const draft = rulesDraftOf(settings);

describe("the rules for audiences", () => {
  it("are sent as they are shown", () => {
    expect(draft.domains).toBe("contoso.com, brand.example");
    const { version: _version, domainsNamed: _named, ...stored } = settings;
    expect(wantedRulesOf(draft)).toEqual(stored);
    expect(checkRules(draft)).toEqual({});
  });

  it("leave domains unnamed that no admin named", () => {
    const unnamed = rulesDraftOf({ ...settings, domainsNamed: false });
    expect(unnamed.domains).toBe("");
    expect(wantedRulesOf(unnamed).ownDomains).toEqual([]);
  });

  it("take domains as people write them", () => {
    const domains = " @Contoso.com;brand.example,\n münchen.example ";
    expect(wantedRulesOf({ ...draft, domains }).ownDomains).toEqual([
      "Contoso.com",
      "brand.example",
      "münchen.example",
    ]);
    expect(checkRules({ ...draft, domains })).toEqual({});
  });

  it.each(["contoso", "ada@contoso.com", "-a.com", "a..com", "*.contoso.com"])(
    "quote a domain that is none, such as %s",
    (domain) => {
      expect(
        checkRules({ ...draft, domains: `contoso.com, ${domain}` }),
      ).toEqual({
        domains: `“${domain}”: This is not a mail domain. Write it like company.com.`,
      });
    },
  );

  it("are refused at the field of a number that is none", () => {
    expect(checkRules({ ...draft, capacity: "", breakdown: "2.5" })).toEqual({
      capacity:
        "Say how many people a meeting holds: a number from 1 to 100,000.",
      breakdown:
        "Say from how many people on answers are broken down: a number from 1 to 1,000.",
    });
  });

  it("find the field of a refusal", () => {
    expect(rulesFieldOf("ownDomains.3")).toBe("domains");
    expect(rulesFieldOf("meetingCapacity")).toBe("capacity");
    expect(rulesFieldOf("If-Match")).toBeNull();
  });
});
