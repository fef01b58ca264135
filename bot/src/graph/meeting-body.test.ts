import { renderOwnPart, replaceOwnPart } from "./meeting-body.ts";

const blob =
  '<br>\r\n<div style="margin-bottom:24px">________________________________________________________________________________</div><div class="me-email-text"><a href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d">Join the meeting now</a></div>';
const noLinks = { joinUrl: null, pageUrl: null };
const page = (inner: string) =>
  `<html>\r\n<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>\r\n<body>\r\n${inner}\r\n</body>\r\n</html>\r\n`;

describe("renderOwnPart", () => {
  it("is the description, the link of a meeting that belongs to another Outlook event, and that of the event's page", () => {
    expect(renderOwnPart("<p>Bring <strong>food</strong></p>", noLinks)).toBe(
      '<div id="erg-events-description"><p>Bring <strong>food</strong></p></div>',
    );
    expect(
      renderOwnPart("", {
        joinUrl: 'https://teams.example/?a=1&b="',
        pageUrl: "https://teams.example/l/entity/app/events?c=1&d=2",
      }),
    ).toBe(
      '<div id="erg-events-description"><p><a href="https://teams.example/?a=1&amp;b=&quot;">Join the Teams meeting</a></p><p><a href="https://teams.example/l/entity/app/events?c=1&amp;d=2">Open this event in Teams</a> (for colleagues)</p></div>',
    );
  });
});

describe("replaceOwnPart", () => {
  const next = renderOwnPart("<p>New text</p>", {
    joinUrl: null,
    pageUrl: "https://teams.example/l/entity/app/events",
  });

  it("replaces our part and keeps every other byte", () => {
    expect(
      replaceOwnPart(page(renderOwnPart("<p>Old</p>", noLinks) + blob), next),
    ).toBe(page(next + blob));
  });

  it("finds our part when Outlook nested and prefixed it", () => {
    const old =
      '<div><div id="x_erg-events-description"><div><p>Old</p></div></div></div>';
    expect(replaceOwnPart(page(old + blob), next)).toBe(
      page(`<div>${next}</div>${blob}`),
    );
  });

  it("replaces what stands before the meeting when our mark is gone", () => {
    const html = replaceOwnPart(page(`<p>Old</p><p>text</p>${blob}`), next);
    expect(html).not.toContain("Old");
    expect(html).toContain(next);
    expect(html).toContain(blob.slice(blob.indexOf("<div")));
  });

  it("replaces everything when there is no meeting", () => {
    expect(replaceOwnPart(page("<p>Old</p>"), next)).toBe(next);
    expect(replaceOwnPart("", next)).toBe(next);
  });
});
