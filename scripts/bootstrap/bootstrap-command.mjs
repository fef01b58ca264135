import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWhatIsStale } from "./build.mjs";
import { installWhatIsMissing } from "./install.mjs";
import { projectNode } from "./project-node.mjs";
import { runScript } from "./run-script.mjs";
import { PlainError } from "./stop-with-line.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Each command, and whether it needs the browser apps built. */
const commands = {
  start: { builds: true },
  dev: { builds: true },
  test: { builds: true },
  bench: { builds: true },
  soak: { builds: true },
  faults: { builds: true },
  check: { builds: false },
  mutation: { builds: false },
  package: { builds: false },
  screenshots: { builds: true },
};

/**
 * Installs what is missing, builds what is stale, then runs scripts/<command>.ts.
 *
 * @param {string[]} args the command, then what it gets
 */
export async function bootstrapCommand([name = "start", ...rest]) {
  try {
    const command = commands[/** @type {keyof typeof commands} */ (name)];
    const script = join(root, "scripts", `${name}.ts`);
    if (!command || !existsSync(script)) {
      const known = Object.keys(commands).join(", ");
      throw new PlainError(`There is no command "${name}": it is ${known}.`);
    }
    await installWhatIsMissing(root);
    const node = projectNode(root);
    if (command.builds) await buildWhatIsStale({ root, node });
    await runScript({ node, script, args: rest, root });
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
