import {
  defaultTreeAdapter as tree,
  parse,
  type DefaultTreeAdapterTypes,
} from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Marks our part of an invitation's body, so that it can be found again beside the meeting's part. */
const ownPartId = "erg-events-description";

/** Where our part of a body leads. */
export interface BodyLinks {
  /** To a Teams meeting that belongs to another Outlook event; null: there is none. */
  joinUrl: string | null;
  /** To the event's page in Teams; null: no link into the tab can be made. */
  pageUrl: string | null;
}

/**
 * Our part of the body.
 * @param descriptionHtml canonical
 */
export function renderOwnPart(
  descriptionHtml: string,
  { joinUrl, pageUrl }: BodyLinks,
): string {
  const join =
    joinUrl === null ? "" : `<p>${link(joinUrl, "Join the Teams meeting")}</p>`;
  // Guests and people outside have no ERG Events in their Teams.
  const page =
    pageUrl === null
      ? ""
      : `<p>${link(pageUrl, "Open this event in Teams")} (for colleagues)</p>`;
  return `<div id="${ownPartId}">${descriptionHtml}${join}${page}</div>`;
}

function link(url: string, words: string): string {
  return `<a href="${escapeHtml(url)}">${words}</a>`;
}

/**
 * Puts a new part of ours into a body that Outlook holds and keeps every other byte: dropping the
 * meeting's part would disable the Teams meeting (Graph: "Update event", online meetings).
 */
export function replaceOwnPart(currentHtml: string, ownPart: string): string {
  const body = findElement(
    parse(currentHtml, { sourceCodeLocationInfo: true }),
    (element) => element.tagName === "body",
  );
  if (!body) return ownPart;
  const own = findElement(body, isOwnPart)?.sourceCodeLocation;
  if (own) return splice(currentHtml, own.startOffset, own.endOffset, ownPart);

  // Outlook may drop unknown ids: then everything before the meeting's part is ours.
  const first = body.childNodes[0]?.sourceCodeLocation?.startOffset;
  const meeting = body.childNodes.find(holdsMeeting)?.sourceCodeLocation;
  if (meeting && first !== undefined)
    return splice(currentHtml, first, meeting.startOffset, ownPart);
  return ownPart;
}

function isOwnPart(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) => name === "id" && value.endsWith(ownPartId),
  );
}

/** The separator line with which Teams' part begins, or a link into a Teams meeting. */
function holdsMeeting(node: Node): boolean {
  if (tree.isTextNode(node)) return /_{20,}/.test(node.value);
  if (!tree.isElementNode(node)) return false;
  const linksToMeeting = node.attrs.some(
    ({ name, value }) =>
      name === "href" && /\/l\/meetup-join\/|\/meet\//.test(value),
  );
  return linksToMeeting || node.childNodes.some(holdsMeeting);
}

function findElement(
  parent: DefaultTreeAdapterTypes.ParentNode,
  matches: (element: Element) => boolean,
): Element | null {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    if (matches(node)) return node;
    const found = findElement(node, matches);
    if (found) return found;
  }
  return null;
}

function splice(
  text: string,
  start: number,
  end: number,
  insert: string,
): string {
  return text.slice(0, start) + insert + text.slice(end);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
