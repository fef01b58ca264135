/** Exchange keeps every body as a whole HTML document; text becomes HTML. */
export function toHtmlDocument(body: {
  contentType: "html" | "text";
  content: string;
}): string {
  const html =
    body.contentType === "html" ? body.content : fromText(body.content);
  if (/<html[\s>]/i.test(html)) return html;
  return `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
</head>
<body>
${html}
</body>
</html>`;
}

/** The text of an HTML body, as `Prefer: outlook.body-content-type="text"` gives it. */
export function toText(bodyHtml: string): string {
  return bodyHtml
    .replaceAll(/<head[\s\S]*?<\/head>/gi, "")
    .replaceAll(/<br\s*\/?>|<\/(p|div|li|h[1-6])>/gi, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&nbsp;/g, " ")
    .replaceAll(/&lt;/g, "<")
    .replaceAll(/&gt;/g, ">")
    .replaceAll(/&quot;/g, '"')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/&amp;/g, "&")
    .replaceAll(/[ \t]*\n\s*/g, "\n")
    .trim();
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function fromText(text: string): string {
  return text === ""
    ? ""
    : `<div class="PlainText">${escapeHtml(text).replaceAll(/\r?\n/g, "<br>\n")}</div>`;
}
