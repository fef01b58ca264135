import { personalPages } from "./personal-pages.ts";

const tab = (entityId: string) => ({
  entityId,
  name: entityId,
  contentUrl: "https://example.com/",
});
const kinds = (...entityIds: string[]) =>
  personalPages(entityIds.map(tab)).map(({ kind }) => kind);

describe("the tabs of the personal app", () => {
  it("end with the chat and with what the app is", () => {
    expect(kinds("events")).toEqual(["tab", "chat", "about"]);
  });

  it("have these where the manifest places them", () => {
    expect(kinds("conversations", "events")).toEqual(["chat", "tab", "about"]);
    expect(kinds("about", "events")).toEqual(["about", "tab", "chat"]);
  });
});
