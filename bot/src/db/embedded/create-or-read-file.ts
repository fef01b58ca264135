import { randomUUID } from "node:crypto";
import { link, readFile, rename, unlink, writeFile } from "node:fs/promises";

/**
 * The content of a private file (mode 600), made by `create` at first use.
 * Of several processes that create it at once all get the same content: the
 * file appears whole, under its name, for the first of them alone.
 */
export async function createOrReadFile(
  path: string,
  create: () => string,
): Promise<string> {
  const existing = await readIfThere(path);
  if (existing !== null) return existing;
  const whole = `${path}.${randomUUID()}.new`;
  await writeFile(whole, create(), { mode: 0o600, flush: true });
  try {
    await link(whole, path);
  } catch (error) {
    // Some file systems have no hard links; elsewhere another process was first.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") {
      await rename(whole, path);
    }
  }
  await unlink(whole).catch(() => undefined);
  return readFile(path, "utf8");
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
