import type { Config } from "../../config.ts";
import type { Credential } from "./admin-news.ts";

/** The secrets and certificates with which the product proves who it is, and their ends as far as known. */
export function credentialsOf(config: Config): Credential[] {
  const { appCredential } = config;
  return [
    appCredential.kind === "certificate"
      ? {
          name: "AAD_APP_CLIENT_CERTIFICATE",
          expiresOn: appCredential.certificate.expiresAt
            .toISOString()
            .slice(0, 10),
        }
      : {
          name: "AAD_APP_CLIENT_SECRET",
          expiresOn: config.AAD_APP_CLIENT_SECRET_EXPIRES,
        },
    { name: "BOT_PASSWORD", expiresOn: config.BOT_PASSWORD_EXPIRES },
  ];
}
