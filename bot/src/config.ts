import { z } from "zod";
import { readCertificateFile, type AppCredential } from "./app-credential.ts";

const guid = z.guid("must be a GUID");
const secret = z.string().min(1, "must not be empty");
const address = z.url({
  protocol: /^https?$/,
  error: "must be an http(s) address",
});
const list = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/).filter((item) => item !== ""));

const withoutTrailingSlash = address.transform((url) =>
  url.replace(/\/+$/, ""),
);

const encryptionKey = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, "must be 32 bytes as 64 hexadecimal digits")
  .transform((hex) => Buffer.from(hex, "hex"));

const positiveNumber = z.coerce
  .number("must be a number")
  .int("must be a whole number")
  .min(1, "must be 1 or more");

const expiryDate = z.iso
  .date("must be a date such as 2027-03-31")
  .nullable()
  .default(null);

/**
 * The environment of the backend. Names follow the Teams toolkit's templates where it has one; every
 * address of Microsoft's can be replaced on its own (national cloud or stand-in).
 */
const environmentSchema = z.object({
  PORT: z.coerce
    .number("must be a port number")
    .int()
    .min(0)
    .max(65535)
    .default(3978),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: withoutTrailingSlash,
  DATABASE_URL: z
    .string("must be postgres://… or the folder of the embedded database")
    .min(1, "must be postgres://… or the folder of the embedded database"),
  BOT_ID: guid,
  BOT_PASSWORD: secret,
  BOT_PASSWORD_EXPIRES: expiryDate,
  BOT_TENANT_ID: guid,
  BOT_CHANNEL_LOGIN_URL: withoutTrailingSlash.optional(),
  BOT_CHANNEL_OAUTH_SCOPE: z.string().min(1).optional(),
  BOT_CHANNEL_OPENID_METADATA: address.optional(),
  BOT_CHANNEL_TOKEN_ISSUER: z.string().min(1).optional(),
  AAD_APP_CLIENT_ID: guid,
  AAD_APP_CLIENT_SECRET: secret.optional(),
  /** Instead of the secret: a PEM file with the private key and the certificate. */
  AAD_APP_CLIENT_CERTIFICATE: z
    .string()
    .transform(readCertificateFile)
    .optional(),
  /** Entra does not tell an app when its secret ends; with the date, the admins hear of it in time. */
  AAD_APP_CLIENT_SECRET_EXPIRES: expiryDate,
  AAD_APP_TENANT_ID: guid,
  AAD_APP_OAUTH_AUTHORITY_HOST: withoutTrailingSlash.default(
    "https://login.microsoftonline.com",
  ),
  GRAPH_BASE_URL: withoutTrailingSlash.default(
    "https://graph.microsoft.com/v1.0",
  ),
  /** What the product's own Graph token is asked for; national clouds have their own resource. */
  GRAPH_APP_SCOPE: z
    .string()
    .min(1)
    .default("https://graph.microsoft.com/.default"),
  TOKEN_ENCRYPTION_KEY: encryptionKey,
  /** Keys of before: they open what they sealed, and seal nothing. */
  TOKEN_ENCRYPTION_KEY_PREVIOUS: list.pipe(z.array(encryptionKey)),
  SERVICE_ACCOUNT_UPN: z
    .email("must be the sign-in name of the service account")
    .transform((upn) => upn.toLowerCase()),
  /** How long a lead can stop what goes out, after the click; 0: it goes out at once. */
  SEND_HOLD_SECONDS: z.coerce
    .number("must be a number of seconds from 0 to 300")
    .int("must be a whole number of seconds")
    .min(0, "must be a number of seconds from 0 to 300")
    .max(300, "must be a number of seconds from 0 to 300")
    .default(10),
  ADMIN_USERS: list.pipe(z.array(guid)),
  TEAMS_MESSAGE_ORIGINS: list,
  FRAME_ANCESTORS: list,
  /** Where Teams and Outlook open for people: links on cards lead there. */
  TEAMS_URL: withoutTrailingSlash.default("https://teams.microsoft.com"),
  OUTLOOK_WEB_URL: withoutTrailingSlash.default("https://outlook.office.com"),
  TEAMS_APP_ID: z.string().default(""),
  /** Longest wait for one answer of Microsoft's; some services have shorter ones of their own. */
  ANSWER_TIMEOUT_SECONDS: positiveNumber.default(40),
  /** What Microsoft lets one mailbox do; no need to change them unless Microsoft's limits are others. */
  MAILBOX_REQUESTS_PER_TEN_MINUTES: positiveNumber.default(10_000),
  MAILBOX_MESSAGES_PER_MINUTE: positiveNumber.default(30),
  MAILBOX_RECIPIENTS_PER_DAY: positiveNumber.default(10_000),
  /** Most attendees of one Outlook event; a larger audience is invited by several, its waves. */
  WAVE_SIZE: positiveNumber.max(5000, "must be 5000 at most").default(500),
  /** Whoever scrapes /metrics sends it; without it there is no such page. */
  METRICS_TOKEN: z
    .string()
    .min(16, "must have at least 16 characters")
    .optional(),
  /** How long a stopping backend still answers while it says that it is not ready, in seconds. */
  STOP_DELAY_SECONDS: z.coerce
    .number("must be a number of seconds")
    .min(0)
    .max(60, "must be 60 seconds at most")
    .default(0),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info"),
});

const configSchema = environmentSchema.transform((environment, context) => {
  const { AAD_APP_CLIENT_CERTIFICATE, AAD_APP_CLIENT_SECRET, ...rest } =
    environment;
  if (!AAD_APP_CLIENT_CERTIFICATE && !AAD_APP_CLIENT_SECRET) {
    context.addIssue({
      code: "custom",
      path: ["AAD_APP_CLIENT_SECRET"],
      message: "is missing",
    });
    return z.NEVER;
  }
  const appCredential: AppCredential = AAD_APP_CLIENT_CERTIFICATE
    ? { kind: "certificate", certificate: AAD_APP_CLIENT_CERTIFICATE }
    : { kind: "secret", secret: AAD_APP_CLIENT_SECRET ?? "" };
  return {
    ...rest,
    appCredential,
    sealingKeys: {
      current: environment.TOKEN_ENCRYPTION_KEY,
      previous: environment.TOKEN_ENCRYPTION_KEY_PREVIOUS,
    },
  };
});

export type Config = z.output<typeof configSchema>;

/** A value of the environment that the backend cannot start with; the message is one line for operators. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ConfigurationError";
  }
}

/**
 * Reads the configuration once, at start.
 * @throws {ConfigurationError} naming the first bad variable and its cure
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ""),
  );
  const result = configSchema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0] ?? "environment");
  const cure =
    given[name] === undefined
      ? "is missing; set it as docs/operations.md describes"
      : (issue?.message ?? "is not valid");
  throw new ConfigurationError(`${name} ${cure}.`);
}
