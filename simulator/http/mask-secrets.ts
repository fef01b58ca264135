const secretFields = new Set([
  "client_secret",
  "client_assertion",
  "code",
  "code_verifier",
  "refresh_token",
  "access_token",
  "id_token",
  "assertion",
]);
const secretHeaders = new Set(["authorization", "cookie", "set-cookie"]);
const mask = "•••";

export function maskHeaders(headers: Headers): Record<string, string> {
  const masked: Record<string, string> = {};
  for (const [name, value] of headers) {
    masked[name] = secretHeaders.has(name) ? maskedHeader(value) : value;
  }
  return masked;
}

/** Keeps the scheme: whether a request carried a bearer token is worth seeing. */
function maskedHeader(value: string): string {
  const scheme = /^(Bearer|Basic) /i.exec(value)?.[1];
  return scheme ? `${scheme} ${mask}` : mask;
}

/** A body as the inspector shows it: JSON and forms parsed, with secrets masked. */
export function maskBody(text: string, contentType: string | null): unknown {
  if (text === "") return null;
  if (contentType?.includes("json")) return maskJson(text);
  if (contentType?.includes("x-www-form-urlencoded")) {
    const fields = Object.fromEntries(new URLSearchParams(text));
    return maskFields(fields);
  }
  return text;
}

function maskJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" &&
      parsed !== null &&
      !Array.isArray(parsed)
      ? maskFields(parsed)
      : parsed;
  } catch {
    return text;
  }
}

function maskFields(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      // An error of Graph has a `code` too, but below `error`, out of reach here.
      secretFields.has(name) ? mask : value,
    ]),
  );
}
