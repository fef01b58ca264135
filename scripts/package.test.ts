import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { inflateSync } from "node:zlib";
import addFormats from "ajv-formats";
import Ajv from "ajv-draft-04";
import { strFromU8, unzipSync } from "fflate";
import { readChatCommand } from "../bot/src/teams/chat-command.ts";
import { registerApp } from "../simulator/world/app-registration.ts";
import { buildPackage } from "./package/build-package.ts";
import { readVariables } from "./package/variables.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "appPackage");
// Read as files: importing the package fails.
const require = createRequire(import.meta.url);
const schemas = join(
  dirname(require.resolve("@microsoft/app-manifest/package.json")),
  "build/json-schemas/teams/v1.30",
);

async function build(name = "simulator", environment = {}) {
  const variables = await readVariables({
    folder: join(root, "env"),
    name,
    environment,
  });
  return buildPackage({ folder, variables, name });
}

async function builtFiles() {
  return unzipSync(await build());
}

async function problems(schemaFile: string, text: string): Promise<unknown> {
  const schema: unknown = JSON.parse(
    await readFile(join(schemas, schemaFile), "utf8"),
  );
  const ajv = new Ajv.default({
    strict: false,
    allErrors: true,
    // The schema for strings has patterns that unicode mode does not take.
    unicodeRegExp: false,
  });
  addFormats.default(ajv);
  const validate = ajv.compile(schema as object);
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

function text(files: Record<string, Uint8Array>, name: string): string {
  const content = files[name];
  if (!content) throw new Error(`The package has no ${name}`);
  return strFromU8(content);
}

describe("the app package", () => {
  it("holds the manifest, its strings and two icons, and nothing else", async () => {
    expect(Object.keys(await builtFiles()).sort()).toEqual([
      "color.png",
      "de.json",
      "manifest.json",
      "outline.png",
    ]);
  });

  it("has a manifest that Microsoft's schema 1.30 accepts", async () => {
    const manifest = text(await builtFiles(), "manifest.json");
    expect(await problems("MicrosoftTeams.schema.json", manifest)).toEqual([]);
    expect(manifest).not.toContain("${{");
  });

  it("is refused by that schema when a required part is missing", async () => {
    const manifest = JSON.parse(
      text(await builtFiles(), "manifest.json"),
    ) as Record<string, unknown>;
    delete manifest["icons"];
    expect(
      await problems("MicrosoftTeams.schema.json", JSON.stringify(manifest)),
    ).not.toEqual([]);
  });

  it("translates every string that people see, as the schema allows", async () => {
    const files = await builtFiles();
    const german = text(files, "de.json");
    expect(
      await problems("MicrosoftTeams.Localization.schema.json", german),
    ).toEqual([]);
    const manifest = JSON.parse(text(files, "manifest.json")) as {
      staticTabs: unknown[];
      bots: { commandLists: { commands: unknown[] }[] }[];
    };
    const expected = [
      "name.short",
      "name.full",
      "description.short",
      "description.full",
      ...manifest.staticTabs.map((_, tab) => `staticTabs[${tab}].name`),
      ...(manifest.bots[0]?.commandLists ?? []).flatMap(({ commands }, list) =>
        commands.flatMap((_, command) =>
          ["title", "description"].map(
            (part) =>
              `bots[0].commandLists[${list}].commands[${command}].${part}`,
          ),
        ),
      ),
    ];
    const { $schema: _, ...strings } = JSON.parse(german) as object & {
      $schema: string;
    };
    expect(Object.keys(strings).sort()).toEqual(expected.sort());
  });

  it("suggests, in each language, only commands that the bot understands", async () => {
    const files = await builtFiles();
    const manifest = JSON.parse(text(files, "manifest.json")) as {
      bots: { commandLists: { commands: { title: string }[] }[] }[];
    };
    const english = (manifest.bots[0]?.commandLists ?? []).flatMap(
      ({ commands }) => commands.map(({ title }) => title),
    );
    const strings = JSON.parse(text(files, "de.json")) as Record<
      string,
      string
    >;
    const german = Object.entries(strings).flatMap(([key, value]) =>
      /commands\[\d+\]\.title$/.test(key) ? [value] : [],
    );
    expect(german).toHaveLength(english.length);
    const kinds = (titles: string[]) =>
      titles.map((title) => readChatCommand(title).kind);
    expect(kinds(english)).not.toContain("unknown");
    expect(kinds(german)).toEqual(kinds(english));
  });

  it("asks for two resource-specific permissions: to read the owners of its team, and to hear of its channels", async () => {
    const manifest = JSON.parse(
      text(await builtFiles(), "manifest.json"),
    ) as Record<string, unknown>;
    expect(manifest["authorization"]).toEqual({
      permissions: {
        resourceSpecific: [
          { name: "TeamMember.Read.Group", type: "Application" },
          { name: "ChannelMember.Read.Group", type: "Application" },
        ],
      },
    });
  });

  it("carries the ids of the simulator's own registration by default", async () => {
    const manifest = JSON.parse(
      text(await builtFiles(), "manifest.json"),
    ) as Record<string, unknown>;
    const app = registerApp("http://localhost:3978");
    expect(manifest).toMatchObject({
      id: app.teamsAppId,
      webApplicationInfo: {
        id: app.clientId,
        resource: `api://localhost:3978/${app.clientId}`,
      },
      bots: [{ botId: app.botId }],
    });
  });

  it("lets whoever adds it to a channel say what the tab shows, and pins nothing there by itself", async () => {
    const manifest = JSON.parse(text(await builtFiles(), "manifest.json")) as {
      staticTabs: { scopes: string[] }[];
      validDomains: string[];
    };
    const app = registerApp("http://localhost:3978");
    expect(manifest).toMatchObject({
      configurableTabs: [
        {
          ...app.configurableTab,
          scopes: ["team"],
          context: ["channelTab"],
        },
      ],
    });
    expect(manifest.validDomains).toEqual(app.validDomains);
    // With a static tab for teams Teams would never ask (Teams: Build tabs for Teams).
    expect(manifest.staticTabs.flatMap(({ scopes }) => scopes)).toEqual([
      "personal",
      "personal",
    ]);
  });

  it("has icons of the sizes that Teams asks for, the small one white on transparent", async () => {
    const files = await builtFiles();
    const color = decodePng(files["color.png"]);
    expect([color.width, color.height]).toEqual([192, 192]);
    expect(color.pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    const outline = decodePng(files["outline.png"]);
    expect([outline.width, outline.height]).toEqual([32, 32]);
    const seen = outline.pixels.filter(([, , , alpha]) => alpha > 0);
    expect(
      seen.every((pixel) => pixel.slice(0, 3).join() === "255,255,255"),
    ).toBe(true);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan(outline.pixels.length - 100);
  });

  it("is the same to the byte whenever it is built", async () => {
    const hash = (bytes: Uint8Array) =>
      createHash("sha256").update(bytes).digest("hex");
    expect(hash(await build())).toBe(hash(await build()));
  });

  it("names every variable that is missing, in one line", async () => {
    await expect(
      build("dev", { TEAMS_APP_ID: "ecee4324-7089-5e14-87d2-95bfc1fff8f3" }),
    ).rejects.toThrow(
      /^DEVELOPER_NAME, .*BOT_ID.* are not set: put them into env\/\.env\.dev\.$/,
    );
    await expect(build("nowhere")).rejects.toThrow(
      "There is no env/.env.nowhere; there is dev, local, simulator.",
    );
  });

  it("is what the command writes", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(root, "scripts", "package.ts"),
    ]);
    expect(stdout).toContain("erg-events-simulator.zip");
    const written = await readFile(
      join(folder, "build", "erg-events-simulator.zip"),
    );
    expect(new Uint8Array(written)).toEqual(await build());
  });
});

/** Reads what encode-png.ts writes: one IDAT, no row filters. */
function decodePng(file: Uint8Array | undefined) {
  const png = Buffer.from(file ?? []);
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const dataBytes = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + dataBytes));
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const row = Math.floor(index / width);
    const start = row * (width * 4 + 1) + 1 + (index % width) * 4;
    return [...rows.subarray(start, start + 4)] as [
      number,
      number,
      number,
      number,
    ];
  });
  return { width, height, pixels };
}
