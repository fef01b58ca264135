import type { GraphRequest } from "./graph-context.ts";
import { notImplemented } from "./graph-error.ts";
import { selectProperties } from "./event-resource.ts";
import { parseSelect, readQueryOptions, unquote } from "./query.ts";

/** `name eq 'value' and …` as a map; other properties and operators are refused. */
export function parseEqualities(
  filter: string,
  names: string[],
): Map<string, string> {
  const wanted = new Map<string, string>();
  const clause = /^(\w+) eq '((?:[^']|'')*)'(?: and (?=\w)|$)/;
  for (let rest = filter; rest !== "";) {
    const match = clause.exec(rest);
    const isKnown =
      match && names.includes(match[1]!) && !wanted.has(match[1]!);
    if (!isKnown) throw notImplemented(`$filter=${filter}`);
    wanted.set(match[1]!, unquote(match[2]!));
    rest = rest.slice(match[0].length);
  }
  return wanted;
}

/** `$select` for one entity; a property that the simulator does not have is refused, not left out. */
export function showEntity(
  c: GraphRequest,
  entity: Record<string, unknown>,
): Record<string, unknown> {
  const select = parseSelect(readQueryOptions(c, ["$select"]).get("$select"));
  return selectKnown(entity, select);
}

export function selectKnown(
  entity: Record<string, unknown>,
  select: string[] | null,
): Record<string, unknown> {
  const unknown = select?.find((name) => !(name in entity));
  if (unknown !== undefined) throw notImplemented(`the property ${unknown}`);
  return selectProperties(entity, select);
}
