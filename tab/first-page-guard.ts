import type { Plugin } from "vite";

/**
 * What compiles styles in the browser (Griffel's `makeStyles`): 12 kB compressed, of which the first page, whose styles
 * are compiled beforehand, needs nothing.
 */
const compiler =
  /\/node_modules\/(stylis|rtl-css-js|@griffel\/core\/src\/(makeStyles|resolveStyleRules|shorthands\/index)\.js)/;

/** A file of the build, with the modules that are in it. */
export interface BuiltChunk {
  fileName: string;
  isEntry: boolean;
  /** Files without which it does not run. */
  imports: readonly string[];
  moduleIds: readonly string[];
}

/** The style compiler's modules among those that a browser loads before it draws the first page. Pure. */
export function compilerOnFirstPage(chunks: readonly BuiltChunk[]): string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = new Set(chunks.filter(({ isEntry }) => isEntry));
  // What is added while a set is gone through is gone through, too.
  for (const { imports } of first)
    for (const name of imports) {
      const chunk = byName.get(name);
      if (chunk) first.add(chunk);
    }
  return [...first]
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => compiler.test(id.replaceAll("\\", "/")));
}

/** Ends a build in which the first page loads the style compiler again. */
export function firstPageGuard(): Plugin {
  return {
    name: "first-page-guard",
    generateBundle(_options, bundle) {
      const found = compilerOnFirstPage(
        Object.values(bundle).filter((file) => file.type === "chunk"),
      );
      if (found.length > 0)
        this.error(
          `The first page loads the style compiler again (docs/decisions/022): ${found.join(", ")}. Look for a file of the first page that calls makeStyles, or for any that imports "shorthands": with it, all of Griffel moves into the first file.`,
        );
    },
  };
}
