import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { explainFailedInstall } from "./explain-failed-install.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { nodeVersionProblem } from "./node-version.mjs";
import { isWholeByNpm } from "./whole-by-npm.mjs";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "erg-bootstrap-"));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function write(path: string, content: unknown): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    typeof content === "string" ? content : JSON.stringify(content),
  );
}

describe("the check of Node's version", () => {
  it("accepts Node 20 and newer, and tells an older one what it needs", () => {
    expect(nodeVersionProblem("v20.0.0")).toBeNull();
    expect(nodeVersionProblem("v24.21.0")).toBeNull();
    expect(nodeVersionProblem("v18.19.1")).toBe(
      "ERG Events needs Node 20 or newer; this is v18.19.1. Install a current one from https://nodejs.org and start again.",
    );
    expect(nodeVersionProblem("v9.11.2")).toContain("this is v9.11.2");
  });
});

describe("the check whether everything is installed", () => {
  const locked = {
    "": { dependencies: { a: "1.0.0" } },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/for-another-system": { version: "1.0.0", optional: true },
  };
  const installed = { "node_modules/a": { version: "1.0.0" } };

  beforeEach(async () => {
    await write("package.json", { dependencies: { a: "1.0.0" } });
    await write("package-lock.json", { packages: locked });
  });

  it("finds an install that npm finished, unless something was taken away since", async () => {
    await write("node_modules/.package-lock.json", { packages: installed });
    expect(isWholeByNpm(root)).toBe(false);
    await write("node_modules/a/package.json", { version: "1.0.0" });
    expect(isWholeByNpm(root)).toBe(true);
  });

  it("finds an install that was cut off, or never begun", async () => {
    expect(isWholeByNpm(root)).toBe(false);
    await write("node_modules/a/package.json", { version: "1.0.0" });
    expect(isWholeByNpm(root)).toBe(false);
  });

  it("finds an install of another lock file", async () => {
    await write("node_modules/a/package.json", { version: "0.9.0" });
    await write("node_modules/.package-lock.json", {
      packages: { "node_modules/a": { version: "0.9.0" } },
    });
    expect(isWholeByNpm(root)).toBe(false);
  });

  it("finds a package.json that asks for what the lock file does not have", async () => {
    await write("node_modules/.package-lock.json", { packages: installed });
    await write("node_modules/a/package.json", { version: "1.0.0" });
    await write("package.json", { dependencies: { a: "1.0.0", b: "2.0.0" } });
    expect(isWholeByNpm(root)).toBe(false);
  });
});

describe("the explanation of a failed install", () => {
  const explain = async (log: string) => {
    await write("install.log", log);
    return explainFailedInstall(join(root, "install.log"), root).message;
  };

  it("names the cure in one line for the causes that it knows", async () => {
    const offline = await explain("npm error code ENOTFOUND\nnpm error …");
    expect(offline).toMatch(/^npm cannot reach its registry: .*network/);
    expect(offline).not.toContain("\n");
    expect(await explain("npm error ENOSPC: no space left")).toMatch(
      /^The disk is full/,
    );
    expect(await explain("npm error EACCES: permission denied")).toMatch(
      /^npm has no right to write/,
    );
  });

  it("shows the end of npm's own words for any other", async () => {
    expect(await explain("npm error something new")).toMatch(
      /^npm error something new\nThe install failed/,
    );
  });
});

describe("the fingerprint of a build's inputs", () => {
  it("changes with a file's content and name, not with tests or what was built", async () => {
    await write("app/main.ts", "1");
    const first = fingerprint(root, ["app"]);
    await write("app/main.test.ts", "test");
    await write("app/dist/main.js", "built");
    expect(fingerprint(root, ["app"])).toBe(first);
    await write("app/main.ts", "2");
    const second = fingerprint(root, ["app"]);
    expect(second).not.toBe(first);
    await write("app/other.ts", "2");
    expect(fingerprint(root, ["app"])).not.toBe(second);
  });
});
