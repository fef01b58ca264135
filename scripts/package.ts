import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { buildPackage } from "./package/build-package.ts";
import { readVariables } from "./package/variables.ts";
import { PlainError } from "./start/plain-error.ts";

const root = dirname(import.meta.dirname);

try {
  const { values } = parseArgs({
    options: { env: { type: "string", default: "simulator" } },
  });
  const variables = await readVariables({
    folder: join(root, "env"),
    name: values.env,
    environment: process.env,
  });
  const folder = join(root, "appPackage");
  const zip = await buildPackage({ folder, variables, name: values.env });
  const target = join(folder, "build", `erg-events-${values.env}.zip`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, zip);
  console.log(`${relative(root, target)} (${zip.length} bytes)`);
  if (values.env === "simulator") {
    console.log(
      "It carries the simulator's ids. For real Teams fill in env/.env.dev and run: npm run package -- --env dev",
    );
  }
} catch (error) {
  const isUsage =
    error instanceof PlainError ||
    (error instanceof Error &&
      "code" in error &&
      /^ERR_PARSE_ARGS/.test(String(error.code)));
  if (!isUsage) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
