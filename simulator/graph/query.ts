import { badRequest, notImplemented } from "./graph-error.ts";
import type { GraphRequest } from "./graph-context.ts";

export interface Query {
  select: string[] | null;
  /** The id of the extended property to show with each event. */
  expandedPropertyId: string | null;
  filter: { id: string; value: string } | null;
  top: number | null;
  skip: number;
}

type QueryOption =
  "$select" | "$expand" | "$filter" | "$top" | "$skip" | "$skiptoken";

/** Graph: Use query parameters to customize responses; what is not implemented is refused. */
export function readQuery(c: GraphRequest, allowed: QueryOption[]): Query {
  const values = readQueryOptions(c, allowed);
  const expand = values.get("$expand");
  const filter = values.get("$filter");
  const top = values.get("$top");
  return {
    select: parseSelect(values.get("$select")),
    expandedPropertyId: expand === undefined ? null : parseExpand(expand),
    filter: filter === undefined ? null : parseFilter(filter),
    top: top === undefined ? null : parseTop(top),
    skip: parseSkip(values.get("$skip") ?? "0"),
  };
}

/** The options as they came, with or without their dollar sign. */
export function readQueryOptions(
  c: GraphRequest,
  allowed: QueryOption[],
): Map<QueryOption, string> {
  const values = new Map<QueryOption, string>();
  for (const [name, value] of new URL(c.req.url).searchParams) {
    const option = allowed.find(
      (known) => known === name || known.slice(1) === name,
    );
    if (!option) throw notImplemented(`the query option ${name} here`);
    values.set(option, value);
  }
  return values;
}

export function parseSelect(text: string | undefined): string[] | null {
  return text?.split(",").map((name) => name.trim()) ?? null;
}

/** Graph: Get singleValueLegacyExtendedProperty, both forms of the request. */
function parseExpand(text: string): string {
  const match =
    /^singleValueExtendedProperties\(\$filter=id eq '((?:[^']|'')+)'\)$/.exec(
      text,
    );
  if (!match) throw notImplemented(`$expand=${text}`);
  return unquote(match[1]!);
}

function parseFilter(text: string): { id: string; value: string } {
  const match =
    /^singleValueExtendedProperties\/any\((\w+): ?\1\/id eq '((?:[^']|'')+)' and \1\/value eq '((?:[^']|'')*)'\)$/i.exec(
      text,
    );
  if (!match) throw notImplemented(`$filter=${text}`);
  return { id: unquote(match[2]!), value: unquote(match[3]!) };
}

function parseTop(text: string): number {
  const top = Number(text);
  if (Number.isInteger(top) && top >= 1 && top <= 1000) return top;
  throw badRequest(
    "ErrorInvalidUrlQuery",
    "The value of $top must be between 1 and 1000.",
  );
}

function parseSkip(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw badRequest("ErrorInvalidUrlQuery", "The value of $skip is not valid.");
}

/** OData: a quote within a string is doubled. */
export function unquote(text: string): string {
  return text.replaceAll("''", "'");
}
