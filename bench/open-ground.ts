import { readFile } from "node:fs/promises";
import { join } from "node:path";
import tls from "node:tls";
import { ensureCertificate } from "../simulator/tls.ts";
import startTestDatabase from "../test/harness/global-setup.ts";
import stopTestDatabase from "../test/harness/global-teardown.ts";

/** What the harness of the tests stands on: a trusted certificate and a database server. */
export async function openGround(opened: AsyncDisposableStack): Promise<void> {
  await trustCertificate();
  await startTestDatabase();
  opened.defer(stopTestDatabase);
}

/** Fetches of this process reach the simulator, too. */
async function trustCertificate(): Promise<void> {
  const folder = join(import.meta.dirname, "../.cache/tls");
  const { certPath } = await ensureCertificate(folder);
  process.env["TEST_TLS_FOLDER"] = folder;
  process.env["NODE_EXTRA_CA_CERTS"] = certPath;
  tls.setDefaultCACertificates([
    ...tls.getCACertificates(),
    await readFile(certPath, "utf8"),
  ]);
}
