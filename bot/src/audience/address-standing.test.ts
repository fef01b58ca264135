import { addressStanding, domainOf } from "./address-standing.ts";

const own = ["contoso.com", "contoso.onmicrosoft.com"];
const standing = (address: string, userPrincipalName: string | null = null) =>
  addressStanding({ address, userPrincipalName }, own);

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
    expect(
      standing(
        "ada@fabrikam.com",
        "ada_fabrikam.com#EXT#@contoso.onmicrosoft.com",
      ),
    ).toBe("guest");
    expect(
      standing(
        "ada@contoso.com",
        "ada_contoso.com#ext#@contoso.onmicrosoft.com",
      ),
    ).toBe("guest");
    expect(standing("ada@brand.example", "ada@contoso.com")).toBe("own");
  });

  it("is never external while nobody knows the organization's domains", () => {
    expect(
      addressStanding(
        { address: "ada@fabrikam.com", userPrincipalName: null },
        [],
      ),
    ).toBe("own");
  });

  it("reads the domain behind the last @", () => {
    expect(domainOf("A@B@Contoso.COM")).toBe("contoso.com");
  });
});
