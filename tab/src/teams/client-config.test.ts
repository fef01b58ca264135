import { readClientConfig } from "./client-config.ts";

describe("the configuration in the page", () => {
  it("gives the origins that may host the tab", () => {
    const text = '{"messageOrigins":["http://localhost:3980"],"appId":"x"}';
    expect(readClientConfig(text).messageOrigins).toEqual([
      "http://localhost:3980",
    ]);
  });

  it("counts as empty when it is missing or unreadable", () => {
    for (const text of [null, "", "{", "[]", '{"messageOrigins":"x"}']) {
      expect(readClientConfig(text).messageOrigins).toEqual([]);
    }
  });
});
