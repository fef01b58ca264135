import type { Theme } from "@fluentui/react-components";

/** A theme by the name that Teams gives it (teams-js: Context.app.theme), with what Fluent draws by. */
export interface NamedTheme {
  name: string;
  /** Undefined where it could not be loaded: the page is there all the same, without its colours. */
  fluent: Theme | undefined;
}

/** Loads a theme: of the three that there are, most people only ever see one. Unknown names show light. */
export async function loadTheme(name: string): Promise<NamedTheme> {
  try {
    return { name, fluent: (await chunkOf(name)).theme };
  } catch {
    return { name, fluent: undefined };
  }
}

function chunkOf(name: string): Promise<{ theme: Theme }> {
  if (name === "contrast") return import("./themes/contrast.ts");
  if (isDark(name)) return import("./themes/dark.ts");
  return import("./themes/light.ts");
}

/** How the browser draws its own parts (scroll bars, time fields) beside a theme. */
export function colorScheme(name: string): "light" | "dark" {
  return isDark(name) || name === "contrast" ? "dark" : "light";
}

function isDark(name: string): boolean {
  return name === "dark" || name === "glass";
}
