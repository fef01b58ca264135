import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { freePort } from "./product.ts";

/** A person as the playground's configuration spells it. */
export interface PlaygroundPerson {
  id: string;
  name: string;
  userPrincipleName: string;
  aadObjectId: string;
  givenName: string;
  surname: string;
  email: string;
}

/** Its world: one team, whose members are all of its people. */
export interface PlaygroundWorld {
  tenantId: string;
  bot: { id: string; name: string };
  /** Who sits in front of it: the only one with a private chat. */
  currentUser: PlaygroundPerson;
  /** It insists on five. */
  users: PlaygroundPerson[];
  team: {
    id: string;
    name: string;
    aadGroupId: string;
    /** Besides General; at most one. */
    channels: { id: string; name: string }[];
  };
}

/** A message of the bot as it stands in the playground. */
interface PlaygroundMessage {
  id: string;
  /** The channel or chat; a thread of a channel belongs to it. */
  conversationId: string;
  text: string;
  cards: object[];
}

/** The Microsoft 365 Agents Playground: a client of bots that we did not write. */
export interface Playground {
  /** Where the bot writes to. */
  serviceUrl: string;
  personalChatId: string;
  /** What the bot has written, as it stands now; oldest first. */
  messages(): PlaygroundMessage[];
  /** Has it tell the bot that the app was added to the team, or for the current user alone. */
  install(where: "team" | "personal"): Promise<void>;
  /** Presses a button; the answer is what Teams would be told. */
  execute(press: {
    person: PlaygroundPerson;
    message: PlaygroundMessage;
    action: object;
  }): Promise<{ type: string; value: unknown }>;
  /** The current user's message to the bot. */
  say(text: string): Promise<void>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);

const personalChatId = "a:playground-personal-chat";

/** @param botUrl where it delivers activities; without a token, as there is no Bot Framework */
export async function openPlayground(options: {
  world: PlaygroundWorld;
  botUrl: string;
}): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), "erg-events-playground-"));
  const config = join(folder, ".m365agentsplayground.yml");
  const port = await freePort();
  const serviceUrl = `http://127.0.0.1:${port}/_connector`;
  // Every JSON document is a YAML document.
  await writeFile(config, JSON.stringify(configurationOf(options.world)));
  const child = spawn(
    process.execPath,
    [
      "--import",
      pathToFileURL(require.resolve("./playground-process.ts")).href,
      require.resolve("@microsoft/m365agentsplayground/cli.js"),
      ...["start", "--disable-telemetry"],
      ...["--app-endpoint", options.botUrl],
      ...["--channel-id", "msteams"],
      ...["--port", String(port)],
      ...["--service-url", serviceUrl],
    ],
    {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        TEAMSAPPTESTER_BROWSER: "none",
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, "playground.log"),
      },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  const ended = new Promise<void>((resolve) =>
    child.once("exit", () => resolve()),
  );
  const end = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(child, ended);
    const stream = await openStream(port);
    return {
      serviceUrl,
      personalChatId,
      messages: stream.messages,
      ...callsOf(`http://127.0.0.1:${port}`, options.world),
      close: async () => {
        stream.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function configurationOf(world: PlaygroundWorld): object {
  return {
    version: "0.1.1",
    ...world,
    personalChat: { id: personalChatId },
    groupChat: { id: "19:playground-group-chat", name: "Not used" },
  };
}

async function untilListening(
  child: ChildProcess,
  ended: Promise<void>,
): Promise<void> {
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes("Listening on")) resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    void ended.then(() =>
      reject(new Error(`The Agents Playground ended: ${printed}`)),
    );
  });
}

/** What its page hears of at the WebSocket. */
interface StreamEvent {
  action: string;
  /** The channel or chat. */
  actionConversationId: string;
  message?: {
    messageId: string;
    from: { id: string };
    text?: string;
    attachments?: { content: object }[];
  };
}

async function openStream(port: number) {
  const messages = new Map<string, PlaygroundMessage>();
  const socket = new WebSocket(
    `ws://127.0.0.1:${port}/_ws_conversation/v1/conversations/stream`,
  );
  socket.addEventListener("message", ({ data }) => {
    // Its own form: see the interface.
    const event = JSON.parse(String(data)) as StreamEvent;
    const { message } = event;
    if (!message?.from.id.startsWith("28:")) return;
    messages.set(message.messageId, {
      id: message.messageId,
      conversationId: event.actionConversationId,
      text: message.text ?? "",
      cards: (message.attachments ?? []).map(({ content }) => content),
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () =>
      reject(new Error("The Agents Playground has no stream of messages.")),
    );
  });
  return {
    messages: () => [...messages.values()],
    close: () => socket.close(),
  };
}

function callsOf(
  url: string,
  world: PlaygroundWorld,
): Pick<Playground, "install" | "execute" | "say"> {
  const call = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
  return {
    install: async (where) => {
      const query = new URLSearchParams({
        conversationId: where === "team" ? world.team.id : personalChatId,
        type: where === "team" ? "botAdded" : "install",
      });
      const path = "/_internal/v1/customActivities";
      const activity = await call("GET", `${path}/template?${query}`);
      await call("POST", path, activity);
    },
    execute: async ({ person, message, action }) =>
      // What the bot answered, in the Bot Framework's form.
      (await call("POST", "/_conversation/v1/invoke", {
        name: "adaptiveCard/action",
        value: { action, trigger: "manual" },
        from: { id: person.id },
        conversation: {
          id: `${message.conversationId};messageid=${message.id}`,
        },
        replyToId: message.id,
      })) as { type: string; value: unknown },
    say: async (text) => {
      await call(
        "POST",
        `/_conversation/v1/conversations/${personalChatId}/messages`,
        { from: { id: world.currentUser.id }, text, textFormat: "plain" },
      );
    },
  };
}
