import { z } from "zod";
import type { GraphClient } from "./graph-client.ts";

/**
 * Everything of a list, page after page (Graph: "Paging Microsoft Graph data in your app").
 * @param path below the version
 * @throws {GraphFailure}
 */
export async function readPages<Item extends z.ZodType>(
  graph: GraphClient,
  path: string,
  item: Item,
): Promise<z.output<Item>[]> {
  const pageSchema = z.object({
    value: z.array(z.unknown()),
    "@odata.nextLink": z.string().nullish(),
  });
  const found: z.output<Item>[] = [];
  const seen = new Set<string>();
  let next: string | null = path;
  // A link that leads in a circle would never end.
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const page: z.output<typeof pageSchema> = pageSchema.parse(
      await graph.call<unknown>(next, (request) => request.get()),
    );
    found.push(...page.value.map((value) => item.parse(value)));
    next = page["@odata.nextLink"] ?? null;
  }
  return found;
}
