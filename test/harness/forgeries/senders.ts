import { createPublicKey, type JsonWebKey } from "node:crypto";
import {
  keepSignature,
  leaveUnsigned,
  readToken,
  signWithOwnKey,
  signWithPublicKey,
  type TokenParts,
} from "../forged-token.ts";
import { people } from "../world.ts";
import { changed, type Delivery, type Ground } from "./ground.ts";

const otherBot = "11111111-1111-4111-8111-111111111111";
const hoursFromNow = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000);

/** A right activity that somebody else than the Bot Framework delivers. */
export const senders: [
  name: string,
  forge: (ground: Ground) => Delivery | Promise<Delivery>,
][] = [
  ["without a token", () => ({ token: null })],
  ["with an empty token", () => ({ token: "" })],
  ["with garbage for a token", () => ({ token: "abc" })],
  ["with garbage in three parts", () => ({ token: "a.b.c" })],
  [
    "with a token of two parts",
    forgeToken(([header, claims]) => `${header}.${claims}`),
  ],
  [
    "with a token after another scheme",
    (ground) => withHeader(ground, (token) => `Basic ${token}`),
  ],
  [
    "with two tokens",
    (ground) => withHeader(ground, (token) => `Bearer ${token} ${token}`),
  ],
  [
    "with the token in the address",
    async ({ world }) => ({
      token: null,
      raw: {
        path: `/api/messages?access_token=${await world.simulator.activityToken()}`,
      },
    }),
  ],
  [
    "at the address with a slash, without a token",
    () => ({ token: null, raw: { path: "/api/messages/" } }),
  ],

  ["with an unsigned token", bendToken(leaveUnsigned)],
  [
    "with an unsigned token of an anonymous skill",
    bendToken((token) =>
      leaveUnsigned(
        withClaims(token, { appid: "AnonymousSkill", iss: undefined }),
      ),
    ),
  ],
  [
    "with a token signed by the public key as a shared secret",
    async (ground) => ({
      token: signWithPublicKey(
        await genuineToken(ground),
        await publishedKey(ground),
      ),
    }),
  ],
  [
    "with a token signed by another key under the right name",
    bendToken(signWithOwnKey),
  ],
  [
    "with a token signed by an unknown key",
    bendToken((token) =>
      signWithOwnKey(withHeaderOf(token, { kid: "unknown" })),
    ),
  ],
  [
    "with a token signed by a key without a name",
    bendToken((token) =>
      signWithOwnKey(withHeaderOf(token, { kid: undefined })),
    ),
  ],
  [
    "with a token that brings its own key",
    bendToken((token) =>
      signWithOwnKey(withHeaderOf(token, { jku: "https://evil.example/keys" })),
    ),
  ],
  [
    "with a token signed by a foreign key",
    () => ({ claims: { key: "foreign" } }),
  ],
  ["with a token signed by Entra", () => ({ claims: { key: "entra" } })],
  [
    "with a token that was changed after it was signed",
    bendToken((token) =>
      keepSignature(withClaims(token, { serviceurl: "https://evil.example/" })),
    ),
  ],

  [
    "with a token that has expired",
    () => ({ claims: { issuedAt: hoursFromNow(-3) } }),
  ],
  [
    "with a token that is not valid yet",
    () => ({ claims: { issuedAt: hoursFromNow(3) } }),
  ],
  [
    "with a token of another issuer",
    () => ({ claims: { claims: { iss: "https://login.evil.example/v2.0" } } }),
  ],
  [
    "with a token whose issuer resembles the right one",
    () => ({
      claims: { claims: { iss: "https://api.botframework.com.evil.example" } },
    }),
  ],
  ["with a token without an issuer", () => ({ claims: { without: ["iss"] } })],
  [
    "with a token for another bot",
    () => ({ claims: { claims: { aud: otherBot } } }),
  ],
  [
    "with a token for Graph",
    () => ({ claims: { claims: { aud: "https://graph.microsoft.com" } } }),
  ],
  ["with a token for nobody", () => ({ claims: { without: ["aud"] } })],
  [
    "with a token without a service address",
    () => ({ claims: { without: ["serviceurl"] } }),
  ],
  [
    "with a token for another service address",
    () => ({
      claims: { claims: { serviceurl: "https://smba.example/emea/" } },
    }),
  ],
  [
    "that names another service address than the token",
    (ground) => ({
      activity: changed(ground.press(), {
        serviceUrl: "https://evil.example/",
      }),
    }),
  ],
  [
    "that names a service address beginning like the token's",
    (ground) => ({
      activity: changed(ground.press(), {
        serviceUrl: `${String(ground.press()["serviceUrl"])}.evil.example/`,
      }),
    }),
  ],

  [
    "with the sign-in token of its own sender",
    async ({ world, member }) => ({
      token: await world.simulator.ssoToken(member),
    }),
  ],
  [
    "with an admin's sign-in token that names the bot",
    async ({ world }) => ({
      token: await world.simulator.ssoToken(people.admin, {
        claims: { aud: world.simulator.environment()["BOT_ID"] },
      }),
    }),
  ],
  [
    "with the bot's own token for the connector",
    async (ground) => ({
      token: await appToken(ground, {
        app: "BOT_ID",
        secret: "BOT_PASSWORD",
        scope: "https://api.botframework.com/.default",
      }),
    }),
  ],
  [
    "with the product's own token for Graph",
    async (ground) => ({
      token: await appToken(ground, {
        app: "AAD_APP_CLIENT_ID",
        secret: "AAD_APP_CLIENT_SECRET",
        scope: "https://graph.microsoft.com/.default",
      }),
    }),
  ],
];

function bendToken(bend: (token: TokenParts) => string) {
  return async (ground: Ground): Promise<Delivery> => ({
    token: bend(await genuineToken(ground)),
  });
}

function forgeToken(forge: (parts: string[]) => string) {
  return async ({ world }: Ground): Promise<Delivery> => ({
    token: forge((await world.simulator.activityToken()).split(".")),
  });
}

async function withHeader(
  { world }: Ground,
  header: (token: string) => string,
): Promise<Delivery> {
  return {
    raw: {
      headers: { Authorization: header(await world.simulator.activityToken()) },
    },
  };
}

async function genuineToken({ world }: Ground): Promise<TokenParts> {
  return readToken(await world.simulator.activityToken());
}

function withClaims(
  token: TokenParts,
  claims: Record<string, unknown>,
): TokenParts {
  return { ...token, claims: { ...token.claims, ...claims } };
}

function withHeaderOf(
  token: TokenParts,
  header: Record<string, unknown>,
): TokenParts {
  return { ...token, header: { ...token.header, ...header } };
}

/** The key by which the Bot Framework's tokens are checked. */
async function publishedKey({ world }: Ground) {
  const metadata = world.simulator.environment()["BOT_CHANNEL_OPENID_METADATA"];
  const { jwks_uri } = (await (await fetch(metadata ?? "")).json()) as {
    jwks_uri: string;
  };
  const { keys } = (await (await fetch(jwks_uri)).json()) as {
    keys: JsonWebKey[];
  };
  const [key] = keys;
  if (!key) throw new Error("The Bot Framework publishes no key.");
  return createPublicKey({ key, format: "jwk" });
}

/** What Entra issues to the product itself, by the names of its configuration. */
async function appToken(
  { world }: Ground,
  request: { app: string; secret: string; scope: string },
): Promise<string> {
  const environment = world.simulator.environment();
  const response = await fetch(
    `${environment["BOT_CHANNEL_LOGIN_URL"]}/oauth2/v2.0/token`,
    {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: environment[request.app] ?? "",
        client_secret: environment[request.secret] ?? "",
        scope: request.scope,
      }),
    },
  );
  const { access_token } = (await response.json()) as { access_token?: string };
  if (!access_token)
    throw new Error(`Entra gave no token for ${request.scope}.`);
  return access_token;
}
