import { createElement, type ReactNode } from "react";
import { MailLink } from "./MailLink.tsx";

/** What is drawn as it is; of other elements only the content is kept. */
const keptElements = new Set(
  "a b blockquote br code div em h1 h2 h3 h4 h5 h6 hr i li ol p pre s span strong sub sup table tbody td th thead tr u ul".split(
    " ",
  ),
);

/** What is dropped with all that it holds. */
const droppedElements = new Set(
  "script style head title iframe object embed template noscript svg math".split(
    " ",
  ),
);

const voidElements = new Set(["br", "hr"]);

/**
 * Mail HTML as React elements of an allow-list, with no attributes but safe
 * links: mail is foreign material, and what came with colours of its own would
 * be illegible in the dark.
 */
export function safeHtml(html: string): ReactNode {
  // A document that is parsed so runs no scripts and loads nothing.
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return children(parsed.body);
}

function children(parent: Node): ReactNode[] {
  return [...parent.childNodes].map((node, index) => draw(node, index));
}

function draw(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return drawText(node, key);
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  if (droppedElements.has(name)) return null;
  if (!keptElements.has(name))
    return createElement("span", { key }, children(node));
  if (voidElements.has(name)) return createElement(name, { key });
  if (name === "a") return drawLink(node, key);
  return createElement(name, { key }, ...content(node, name));
}

/** Teams rules its part of an invitation off with a row of underscores, which wraps badly. */
function drawText({ textContent }: Node, key: number): ReactNode {
  const isRule = /^\s*_{20,}\s*$/.test(textContent ?? "");
  return isRule ? createElement("hr", { key }) : textContent;
}

/** Blank text between the rows of a table is no content, and React warns of it. */
function content(node: Element, name: string): ReactNode[] {
  const isTable = ["table", "thead", "tbody", "tr"].includes(name);
  const drawn = children(node);
  return isTable ? drawn.filter((child) => typeof child !== "string") : drawn;
}

function drawLink(node: Element, key: number): ReactNode {
  const href = node.getAttribute("href") ?? "";
  const protocol = URL.parse(href)?.protocol ?? "";
  if (!["https:", "http:", "mailto:", "tel:"].includes(protocol))
    return createElement("span", { key }, children(node));
  return createElement(MailLink, { key, href }, children(node));
}
