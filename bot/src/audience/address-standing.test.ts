import { addressStanding, domainOf } from "./address-standing.ts";

const own = ["contoso.com", "contoso.onmicrosoft.com"];
const typed = { inRoster: false, userPrincipalName: null };
const standing = (address: string) =>
  addressStanding({ address, ...typed }, own);
const inRoster = (address: string, userPrincipalName: string | null) =>
  addressStanding({ address, inRoster: true, userPrincipalName }, own);

describe("the standing of an address", () => {
  it.each([
    ["adelev@contoso.com", "own"],
    ["adelev@CONTOSO.com", "own"],
    ["adelev@uk.contoso.com", "own"],
    ["adelev@contoso.onmicrosoft.com", "own"],
    ["adelev@notcontoso.com", "external"],
    ["adelev@contoso.com.example", "external"],
    ["adelev@fabrikam.com", "external"],
    ['"adele@contoso.com"@fabrikam.com', "external"],
  ])("of %s that no roster knows is told by its domain: %s", (address, is) => {
    expect(standing(address)).toBe(is);
  });

  it("of somebody in a roster is told by the sign-in name, whatever the mail's domain is", () => {
    for (const address of ["ada@fabrikam.com", "ada@contoso.com"])
      expect(
        inRoster(address, "ada_fabrikam.com#EXT#@contoso.onmicrosoft.com"),
      ).toBe("guest");
    expect(inRoster("ada@brand.example", "ada@contoso.com")).toBe("own");
  });

  it("of somebody in a roster without a sign-in name is told by the domain, and never external", () => {
    expect(inRoster("ada@fabrikam.com", null)).toBe("guest");
    expect(inRoster("ada@contoso.com", null)).toBe("own");
  });

  it("is never external while nobody knows the organization's domains", () => {
    expect(addressStanding({ address: "ada@fabrikam.com", ...typed }, [])).toBe(
      "own",
    );
  });

  it("reads the domain behind the last @", () => {
    expect(domainOf("A@B@Contoso.COM")).toBe("contoso.com");
  });
});
