import { Hono } from "hono";
import { z } from "zod";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import {
  readJson,
  type Graph,
  type GraphEnvironment,
} from "./graph-context.ts";
import { badRequest } from "./graph-error.ts";

const partSchema = z.object({
  id: z.string(),
  method: z.string().toUpperCase(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).default([]),
});
const batchSchema = z.strictObject({ requests: z.array(partSchema) });
type Part = z.infer<typeof partSchema>;

interface PartReply {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

type Run = (
  request: Request,
  bindings: ServiceEnvironment["Bindings"],
) => Response | Promise<Response>;

const mostParts = 20;
const partsAtOnce = 4;

/**
 * Graph: Combine multiple HTTP requests using JSON batching: at most 20 parts, each with its own
 * status; parts for one mailbox run four at a time; what depends on a failed part gets 424.
 */
export function batchRoute(graph: Graph, run: Run): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();

  routes.post("/$batch", async (c) => {
    const parsed = batchSchema.safeParse(await readJson(c));
    if (!parsed.success) {
      throw badRequest("BadRequest", "Invalid batch payload format.");
    }
    const parts = parsed.data.requests;
    requireValid(parts);
    const authorization = c.req.header("authorization") ?? "";
    const replies = await runAll(parts, (part) => runPart(part, authorization));
    return c.json({ responses: replies });
  });

  return routes;

  async function runPart(
    part: Part,
    authorization: string,
  ): Promise<PartReply> {
    const { graphBaseUrl } = graph.simulation.addresses;
    const headers = new Headers(part.headers);
    headers.set("Authorization", authorization);
    const request = new Request(
      `${graphBaseUrl}/${part.url.replace(/^\//, "")}`,
      {
        method: part.method,
        headers,
        ...(part.body === undefined ? {} : { body: JSON.stringify(part.body) }),
      },
    );
    const response = await run(request, { isBatchPart: true });
    const text = await response.text();
    return {
      id: part.id,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      ...(text === "" ? {} : { body: JSON.parse(text) as unknown }),
    };
  }
}

function requireValid(parts: Part[]): void {
  if (parts.length > mostParts) {
    throw badRequest(
      "BadRequest",
      `Number of batch request steps exceeds the maximum value of ${mostParts}.`,
    );
  }
  const ids = new Set<string>();
  for (const part of parts) {
    if (ids.has(part.id)) {
      throw badRequest("BadRequest", `Duplicate batch request id: ${part.id}.`);
    }
    if (!part.dependsOn.every((id) => ids.has(id))) {
      throw badRequest(
        "BadRequest",
        `Request ${part.id} depends on a request that does not come before it.`,
      );
    }
    if (part.url.replace(/^\//, "").startsWith("$batch")) {
      throw badRequest("BadRequest", "A batch cannot hold another batch.");
    }
    ids.add(part.id);
  }
}

async function runAll(
  parts: Part[],
  runOne: (part: Part) => Promise<PartReply>,
): Promise<PartReply[]> {
  const replies = new Map<string, Promise<PartReply>>();
  const gate = createGate(partsAtOnce);
  for (const part of parts) {
    const waitsFor = part.dependsOn.map((id) => replies.get(id)!);
    replies.set(
      part.id,
      Promise.all(waitsFor).then((earlier) =>
        earlier.some(({ status }) => status >= 400)
          ? failedDependency(part)
          : gate(() => runOne(part)),
      ),
    );
  }
  return Promise.all(replies.values());
}

function failedDependency(part: Part): PartReply {
  return {
    id: part.id,
    status: 424,
    headers: {},
    body: {
      error: {
        code: "FailedDependency",
        message: "A request that this one depends on failed.",
      },
    },
  };
}

/** Lets so many run at one time; the others wait their turn. */
function createGate(width: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= width) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
