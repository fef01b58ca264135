import { renderOwnPart, replaceOwnPart } from "./meeting-body.ts";

const blob =
  '<br>\r\n<div style="margin-bottom:24px">________________________________________________________________________________</div><div class="me-email-text"><a href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d">Join the meeting now</a></div>';
const page = (inner: string) =>
  `<html>\r\n<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>\r\n<body>\r\n${inner}\r\n</body>\r\n</html>\r\n`;

describe("renderOwnPart", () => {
  it("is the description, and the link of a meeting that belongs to another Outlook event", () => {
    expect(renderOwnPart("<p>Bring <strong>food</strong></p>")).toBe(
      '<div id="erg-events-description"><p>Bring <strong>food</strong></p></div>',
    );
    expect(renderOwnPart("", 'https://teams.example/?a=1&b="')).toBe(
      '<div id="erg-events-description"><p><a href="https://teams.example/?a=1&amp;b=&quot;">Join the Teams meeting</a></p></div>',
    );
  });
});

describe("replaceOwnPart", () => {
  const next = renderOwnPart("<p>New text</p>");

  it("replaces our part and keeps every other byte", () => {
    expect(replaceOwnPart(page(renderOwnPart("<p>Old</p>") + blob), next)).toBe(
      page(next + blob),
    );
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
