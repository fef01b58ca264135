import { z } from "zod";

const optionsSchema = z
  .object({
    SIMULATOR_PORT: z.coerce.number().int().min(0).max(65535).default(3980),
    SIMULATOR_TLS_PORT: z.coerce.number().int().min(0).max(65535).default(3981),
    SIMULATOR_FOLDER: z.string().default(""),
    SIMULATOR_TLS_FOLDER: z.string().default(".cache/tls"),
    SIMULATOR_EMPLOYEES: z.coerce.number().int().min(0).max(200_000).default(0),
    PUBLIC_URL: z.url().default("http://localhost:3978"),
  })
  .transform((environment) => ({
    port: environment.SIMULATOR_PORT,
    tlsPort: environment.SIMULATOR_TLS_PORT,
    /** Empty: in memory alone. */
    folder: environment.SIMULATOR_FOLDER,
    tlsFolder: environment.SIMULATOR_TLS_FOLDER,
    employees: environment.SIMULATOR_EMPLOYEES,
    publicUrl: environment.PUBLIC_URL.replace(/\/$/, ""),
  }));
export type CliOptions = z.infer<typeof optionsSchema>;

export function parseCliOptions(
  environment: Record<string, string | undefined>,
): CliOptions {
  const parsed = optionsSchema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}
