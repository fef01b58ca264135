import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { PlainError } from "../start/plain-error.ts";

export type Variables = Readonly<Record<string, string | undefined>>;

/** The variables of env/.env.<name>; one that is set in the environment goes before. */
export async function readVariables({
  folder,
  name,
  environment,
}: {
  folder: string;
  name: string;
  environment: Variables;
}): Promise<Variables> {
  const known = (await readdir(folder))
    .map((file) => /^\.env\.([^.]+)$/.exec(file)?.[1])
    .filter((it) => it !== undefined);
  if (!known.includes(name)) {
    throw new PlainError(
      `There is no env/.env.${name}; there is ${known.sort().join(", ")}.`,
    );
  }
  const file = parseEnv(await readFile(join(folder, `.env.${name}`), "utf8"));
  const given = Object.entries(file).map(([key, value]) => [
    key,
    environment[key] ?? value,
  ]);
  return Object.fromEntries(given) as Variables;
}

/**
 * Puts variables into a JSON text in place of `${{NAME}}`, as the Teams
 * toolkit does. All that are missing are named at once.
 */
export function fillIn({
  text,
  variables,
  name,
  mayBeEmpty,
}: {
  text: string;
  variables: Variables;
  name: string;
  mayBeEmpty: readonly string[];
}): string {
  const used = text.matchAll(/\$\{\{\s*([A-Z0-9_]+)\s*\}\}/g);
  const missing = new Set(
    [...used]
      .map(([, variable = ""]) => variable)
      .filter((variable) =>
        mayBeEmpty.includes(variable)
          ? variables[variable] === undefined
          : !variables[variable],
      ),
  );
  if (missing.size > 0) {
    const [it, are] = missing.size > 1 ? ["them", "are"] : ["it", "is"];
    throw new PlainError(
      `${[...missing].join(", ")} ${are} not set: put ${it} into env/.env.${name}.`,
    );
  }
  return text.replaceAll(
    /\$\{\{\s*([A-Z0-9_]+)\s*\}\}/g,
    // Without the quotes: a value stands inside a JSON string.
    (_, variable: string) =>
      JSON.stringify(variables[variable] ?? "").slice(1, -1),
  );
}
