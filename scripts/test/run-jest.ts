import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureCertificate } from "../../simulator/tls.ts";

/**
 * Runs jest with these arguments. Node reads NODE_EXTRA_CA_CERTS before any program runs, so the certificate
 * of the simulators in the tests is made here.
 *
 * @returns whether everything passed
 */
export async function runJest(
  root: string,
  args: readonly string[],
): Promise<boolean> {
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
    [jest, "--config", join(root, "jest.config.mjs"), ...args],
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
