import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

/**
 * Holds recorded Graph exchanges against an OpenAPI description of Graph, by hand:
 *
 *   EXCHANGES_FILE=/tmp/exchanges.jsonl npm test -- test/flows
 *   node scripts/validate-exchanges.ts --openapi graph.openapi.json --exchanges /tmp/exchanges.jsonl
 *
 * Prints a count and each mismatch; ends with 1 when there is one.
 */
interface Exchange {
  service: string;
  method: string;
  url: string;
  status: number;
  requestBody: unknown;
  responseBody: unknown;
}

type Schema = Record<string, unknown>;
interface Operation {
  requestBody?: { content?: Content };
  responses: Record<string, { $ref?: string; content?: Content }>;
}
type Content = Record<string, { schema?: Schema }>;
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const { values } = parseArgs({
  options: {
    openapi: { type: "string" },
    exchanges: { type: "string" },
  },
});
if (!values.openapi || !values.exchanges) {
  console.error("Name --openapi FILE and --exchanges FILE.");
  process.exit(2);
}

const description = JSON.parse(readFileSync(values.openapi, "utf8")) as OpenApi;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(description, "graph");

const exchanges = readFileSync(values.exchanges, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Exchange)
  // Status 0: the connection was cut on purpose, there is no answer to hold against anything.
  .filter(({ service, status }) => service === "graph" && status !== 0);

const counts = new Map<string, number>();
const problems: string[] = [];
for (const exchange of exchanges) check(exchange);
for (const [operation, count] of [...counts].sort())
  console.log(`${String(count).padStart(6)}  ${operation}`);
for (const problem of new Set(problems)) console.log(problem);
console.log(
  `${exchanges.length} exchanges, ${problems.length} that do not match.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

function check(exchange: Exchange): void {
  const path = new URL(exchange.url, "https://graph").pathname.replace(
    /^.*?\/v1\.0/,
    "",
  );
  const template = Object.keys(description.paths).find((known) =>
    new RegExp(
      `^${known.replace(/[$()]/g, "\\$&").replace(/\{[^}]+\}/g, "[^/]+")}$`,
    ).test(path),
  );
  const method = exchange.method.toLowerCase();
  const operation = template && description.paths[template]?.[method];
  const name = `${exchange.method} ${template ?? path}`;
  counts.set(name, (counts.get(name) ?? 0) + 1);
  if (!template || !operation) {
    problems.push(`${name}: not in the description`);
    return;
  }
  const pointer = `graph#/paths/${escapePointer(template)}/${method}`;
  if (operation.requestBody?.content?.["application/json"])
    validate(
      `${name} request`,
      `${pointer}/requestBody/content/application~1json/schema`,
      exchange.requestBody,
    );
  const status = [
    String(exchange.status),
    `${String(exchange.status)[0]}XX`,
    "default",
  ].find((known) => operation.responses[known]);
  if (!status) {
    problems.push(`${name}: answered ${exchange.status}`);
    return;
  }
  const response = operation.responses[status];
  const place = response?.$ref
    ? `graph${response.$ref}`
    : `${pointer}/responses/${status}`;
  if (response?.$ref || response?.content?.["application/json"])
    validate(
      `${name} ${exchange.status}`,
      `${place}/content/application~1json/schema`,
      exchange.responseBody,
    );
}

function validate(name: string, pointer: string, body: unknown): void {
  const validator: ValidateFunction = ajv.compile({ $ref: pointer });
  if (validator(body)) return;
  for (const error of validator.errors ?? [])
    problems.push(`${name}: ${error.instancePath} ${error.message ?? ""}`);
}

function escapePointer(path: string): string {
  return encodeURIComponent(
    path.replaceAll("~", "~0").replaceAll("/", "~1"),
  ).replaceAll("%24", "$");
}
