import { parseArgs } from "node:util";
import { pickByJmesPath } from "./pick-by-jmespath.ts";

/**
 * `az rest`, as far as our scripts use it, with the admin's token from ADMIN_TOKEN instead of a
 * sign-in. What it prints, where, and how it ends was compared with Azure CLI 2.45.
 */
const [command, ...rest] = process.argv.slice(2);
if (command !== "rest") throw new Error(`There is no az ${command ?? ""}.`);

const { values } = parseArgs({
  args: rest,
  options: {
    method: { type: "string" },
    url: { type: "string" },
    resource: { type: "string" },
    headers: { type: "string", multiple: true, default: [] as string[] },
    body: { type: "string" },
    query: { type: "string", default: "@" },
    output: { type: "string" },
  },
});
if (values.output !== "tsv") throw new Error("Only tsv is implemented.");
if (!values.url || !values.resource || !values.url.startsWith(values.resource))
  throw new Error("The token would be for another service.");

const token = process.env["ADMIN_TOKEN"];
if (token) await request(values.url, token);
else refuse("Please run 'az login' to setup account.");

async function request(url: string, bearer: string): Promise<void> {
  const headers = new Headers({ Authorization: `Bearer ${bearer}` });
  for (const header of values.headers) {
    const [name = "", value = ""] = header.split("=", 2);
    headers.set(name, value);
  }
  const response = await fetch(url, {
    method: values.method ?? "GET",
    headers,
    ...(values.body === undefined ? {} : { body: values.body }),
  });
  const text = await response.text();
  if (!response.ok) {
    // The reason phrase, as az writes it.
    refuse(`${response.statusText}(${text})`);
  } else if (text !== "") {
    print(pickByJmesPath(JSON.parse(text), values.query));
  }
}

function refuse(message: string): void {
  console.error(`ERROR: ${message}`);
  process.exitCode = 1;
}

/** One value a line; nothing for null. */
function print(result: unknown): void {
  if (result === null) return;
  for (const value of Array.isArray(result) ? result : [result]) {
    console.log(value === null ? "None" : String(value));
  }
}
