import { hiddenNamesSentence } from "./hidden-names-words.ts";

describe("why a lead sees no names", () => {
  const group = (name: string, confidential: boolean) => ({
    id: name,
    name,
    confidential,
  });
  const women = group("Women", false);
  const pride = group("Pride", true);
  const veterans = group("Veterans", true);

  it("is said by the groups that keep their members to themselves", () => {
    expect(hiddenNamesSentence({ group: women, coHosts: [pride] })).toBe(
      "Pride is confidential: only those who lead it see who is invited and edit this event. You can cancel it.",
    );
    expect(
      hiddenNamesSentence({ group: veterans, coHosts: [pride, women] }),
    ).toMatch(/^Veterans and Pride are confidential: .* lead each of them /);
  });
});
