import { readClientConfig } from "./client-config.ts";

describe("the configuration in the page", () => {
  it("gives the origins that may host the tab, and where Teams opens it", () => {
    const appLink = "https://teams.microsoft.com/l/entity/x/events";
    const messageOrigins = ["http://localhost:3980"];
    const text = JSON.stringify({ messageOrigins, appLink, other: 1 });
    expect(readClientConfig(text)).toEqual({ messageOrigins, appLink });
  });

  it("counts as empty when it is missing or unreadable, or its link could act", () => {
    for (const text of [
      null,
      "",
      "{",
      "[]",
      "null",
      '{"messageOrigins":"x"}',
      '{"appLink":"javascript:alert(1)"}',
    ]) {
      expect(readClientConfig(text)).toEqual({
        messageOrigins: [],
        appLink: "",
      });
    }
  });
});
