import { keptView } from "./kept-view.ts";

describe("the view of an admin", () => {
  it("is the admin's until the person chooses the member's, for themselves alone", () => {
    const storage = memory();
    const isaiah = keptView({ storage, userObjectId: "isaiah" });
    expect(isaiah.isAdmins()).toBe(true);
    isaiah.keep(false);
    const reloaded = keptView({ storage, userObjectId: "isaiah" });
    expect(reloaded.isAdmins()).toBe(false);
    const other = keptView({ storage, userObjectId: "megan" });
    expect(other.isAdmins()).toBe(true);
    reloaded.keep(true);
    expect(isaiah.isAdmins()).toBe(true);
  });

  it("is the admin's where the browser keeps nothing", () => {
    const refuse = () => {
      throw new Error("SecurityError");
    };
    for (const storage of [null, { getItem: refuse, setItem: refuse }]) {
      const view = keptView({ storage, userObjectId: "isaiah" });
      view.keep(false);
      expect(view.isAdmins()).toBe(true);
    }
  });
});

function memory() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}
