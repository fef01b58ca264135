import { linkToPage, pathOfSubPage } from "./deep-link.ts";

const id = "0b7f9a52-5a4e-4a51-9d5c-0b1f1d5a7c11";

describe("a deep link", () => {
  it("opens the page that it names", () => {
    expect(pathOfSubPage(`events/${id}`)).toBe(`/events/${id}`);
    expect(pathOfSubPage(`/events/${id}/edit/`)).toBe(`/events/${id}/edit`);
    expect(pathOfSubPage("groups")).toBe("/groups");
    expect(pathOfSubPage("settings")).toBe("/settings");
    expect(pathOfSubPage("settings/it-details")).toBe("/settings/it-details");
  });

  it("opens nothing when it names no page", () => {
    for (const subPageId of [null, "", "//evil.example", "events/../x", "x"]) {
      expect(pathOfSubPage(subPageId)).toBeNull();
    }
  });

  it("is made for the page that somebody has before them, and else for the app", () => {
    const appLink = "https://teams.microsoft.com/l/entity/x/events";
    const context = (path: string) =>
      new URL(linkToPage(appLink, path)).searchParams.get("context");
    expect(context(`/events/${id}`)).toBe(`{"subEntityId":"events/${id}"}`);
    expect(context("/")).toBe('{"subEntityId":""}');
    expect(context("/elsewhere")).toBe('{"subEntityId":""}');
  });
});
