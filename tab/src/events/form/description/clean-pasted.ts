/**
 * HTML from the clipboard as the editor's schema can read it. What Word and Outlook copy has lists as paragraphs with
 * their bullets typed in front, empty paragraphs for space, links through Safe Links, and much about looks; the schema
 * itself leaves out what it does not know.
 */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll(
    "style, script, title, meta, link, img, xml",
  ))
    element.remove();
  unwrapSafeLinks(body);
  takeTablesApart(body);
  makeLists(body);
  for (const element of [...body.querySelectorAll("p, o\\:p")])
    if (!/[^\s\u00a0]/.test(element.textContent) && !element.querySelector("a"))
      element.remove();
  return body.innerHTML;
}

/** Outlook: links in mails lead through `*.safelinks.protection.outlook.com/?url=…` (Microsoft: Safe Links). */
function unwrapSafeLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (!URL.canParse(href)) continue;
    const { hostname, searchParams } = new URL(href);
    const inner = searchParams.get("url");
    if (/\.safelinks\.protection\.outlook\.com$/.test(hostname) && inner)
      link.setAttribute("href", inner);
  }
}

/** Each cell is a paragraph: there are no tables, and words of two cells are not one. */
function takeTablesApart(body: HTMLElement): void {
  const parts = "table, caption, colgroup, thead, tbody, tfoot, tr, td, th";
  for (const part of [...body.querySelectorAll(parts)]) {
    const block = body.ownerDocument.createElement("div");
    block.append(...part.childNodes);
    part.replaceWith(block);
  }
}

/** Word marks paragraphs of a list by `mso-list: l0 level1 lfo1`, and their bullets by `mso-list: Ignore`. */
function makeLists(body: HTMLElement): void {
  /** The lists that are open, the outermost first. */
  let open: Element[] = [];
  let last: Element | null = null;
  for (const paragraph of [...body.querySelectorAll("[style*='mso-list']")]) {
    const level = levelOf(paragraph);
    if (level === null) continue;
    const isOrdered = /^[\s(]*[\da-z]{1,4}[.)]/i.test(bulletOf(paragraph));
    if (last === null || nextElement(last) !== paragraph) open = [];
    open = open.slice(0, level);
    while (open.length < level) {
      const list = body.ownerDocument.createElement(isOrdered ? "ol" : "ul");
      const around = open.at(-1);
      if (around) (around.lastElementChild ?? around).append(list);
      else paragraph.before(list);
      open.push(list);
    }
    for (const bullet of paragraph.querySelectorAll("[style*='mso-list']"))
      if (isIgnored(bullet)) bullet.remove();
    const item = body.ownerDocument.createElement("li");
    item.append(...paragraph.childNodes);
    open.at(-1)?.append(item);
    last = open[0] ?? null;
    paragraph.remove();
  }
}

function nextElement(list: Element): Element | null {
  return list.nextElementSibling;
}

function levelOf(element: Element): number | null {
  const style = element.getAttribute("style") ?? "";
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(style)?.[1];
  return level === undefined ? null : Number(level);
}

function isIgnored(element: Element): boolean {
  return /mso-list:\s*ignore/i.test(element.getAttribute("style") ?? "");
}

function bulletOf(paragraph: Element): string {
  const marks = [...paragraph.querySelectorAll("[style*='mso-list']")];
  return marks.find(isIgnored)?.textContent ?? "";
}
