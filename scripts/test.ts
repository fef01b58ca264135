import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { ensureCertificate } from "../simulator/tls.ts";
import { runChecks } from "./check/run-checks.ts";

/**
 * Every check and every test. With arguments for jest ("npm test -- bot/src")
 * the tests alone.
 */
const root = dirname(import.meta.dirname);
const jestArguments = process.argv.slice(2);
const startedAt = performance.now();

const checked = jestArguments.length > 0 || (await runChecks(root));
const tested = await runJest();
const seconds = Math.round((performance.now() - startedAt) / 1000);
const outcome = checked && tested ? "All passed" : "FAILED";
console.log(
  `${outcome} in ${seconds} s: ${checked ? "" : "checks failed, "}tests ${tested ? "passed" : "failed"}.`,
);
process.exitCode = checked && tested ? 0 : 1;

/** Node reads NODE_EXTRA_CA_CERTS before any program runs, so the certificate of the simulators in the tests is made here. */
async function runJest(): Promise<boolean> {
  const tls = join(root, ".cache", "tls");
  const { certPath } = await ensureCertificate(tls);
  const jest = join(root, "node_modules", "jest", "bin", "jest.js");
  const options = [
    process.env["NODE_OPTIONS"] ?? "",
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
  ];
  const child = spawn(
    process.execPath,
    [jest, "--config", join(root, "jest.config.mjs"), ...jestArguments],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: options.join(" ").trim(),
        NODE_EXTRA_CA_CERTS: certPath,
        TEST_TLS_FOLDER: tls,
      },
      stdio: "inherit",
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("exit", done);
  });
  return code === 0;
}
