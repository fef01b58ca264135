import { ConfigurationError, readConfig } from "./config.ts";

const complete = {
  PUBLIC_URL: "http://localhost:3978/",
  DATABASE_URL: ".data/postgres",
  BOT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c11",
  BOT_PASSWORD: "secret",
  BOT_TENANT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c12",
  AAD_APP_CLIENT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c13",
  AAD_APP_CLIENT_SECRET: "secret",
  AAD_APP_TENANT_ID: "6f1d7d2a-93a5-4c8e-9a55-0b6f5a1f2c12",
  TOKEN_ENCRYPTION_KEY: "ab".repeat(32),
  SERVICE_ACCOUNT_UPN: "ERGs@contoso.com",
};

describe("readConfig", () => {
  it("fills Microsoft's public addresses in and drops trailing slashes", () => {
    const config = readConfig(complete);
    expect(config.GRAPH_BASE_URL).toBe("https://graph.microsoft.com/v1.0");
    expect(config.PUBLIC_URL).toBe("http://localhost:3978");
    expect(config.SERVICE_ACCOUNT_UPN).toBe("ergs@contoso.com");
    expect(config.ADMIN_USERS).toEqual([]);
  });

  it.each([
    ["BOT_ID", undefined, /^BOT_ID is missing/],
    ["BOT_ID", "", /^BOT_ID is missing/],
    ["BOT_ID", "me", /^BOT_ID must be a GUID/],
    ["PORT", "eighty", /^PORT must be a port number/],
    ["PUBLIC_URL", "ftp://x", /^PUBLIC_URL must be an http/],
    ["TOKEN_ENCRYPTION_KEY", "abc", /^TOKEN_ENCRYPTION_KEY must be 32 bytes/],
    ["ADMIN_USERS", "isaiah", /^ADMIN_USERS must be a GUID/],
  ])("names %s when it is %p", (name, value, line) => {
    const read = () => readConfig({ ...complete, [name]: value });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(line);
  });
});
