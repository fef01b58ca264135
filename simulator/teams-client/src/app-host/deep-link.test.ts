import { readLink } from "./deep-link.ts";

const appId = "5f7e7a3e-1111-4222-8333-444444444444";
const entityLink = (app: string, context: unknown) =>
  `https://teams.microsoft.com/l/entity/${app}/events?context=${encodeURIComponent(JSON.stringify(context))}`;

describe("a link that an app asks Teams to open", () => {
  it("stays in the shell when it is a deep link to this app", () => {
    expect(
      readLink(entityLink(appId, { subEntityId: "events/7" }), appId),
    ).toEqual({
      kind: "thisApp",
      entityId: "events",
      subPageId: "events/7",
      channelId: null,
    });
  });

  it("names the channel when the tab is in one", () => {
    const link = entityLink(appId, { channelId: "19:a@thread.tacv2" });
    expect(readLink(link, appId)).toMatchObject({
      channelId: "19:a@thread.tacv2",
      subPageId: null,
    });
  });

  it("still opens the app when its context is broken", () => {
    const link = `https://teams.microsoft.com/l/entity/${appId}/events?context=%7Bbroken`;
    expect(readLink(link, appId)).toMatchObject({ kind: "thisApp" });
  });

  it("opens outside when it leads to another app or into the web", () => {
    const other = entityLink("another-app", {});
    expect(readLink(other, appId)).toEqual({ kind: "outside", url: other });
    expect(readLink("https://example.com/a", appId).kind).toBe("outside");
    expect(readLink("mailto:a@example.com", appId).kind).toBe("outside");
  });

  it("is refused when it could act or is no link", () => {
    expect(readLink("javascript:alert(1)", appId).kind).toBe("refused");
    expect(readLink("data:text/html,x", appId).kind).toBe("refused");
    expect(readLink("events/7", appId).kind).toBe("refused");
  });
});
