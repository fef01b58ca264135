import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import type { ReadTeam, TeamFacts } from "../groups/team-facts.ts";

const entry = join(import.meta.dirname, "read-team-process.ts");

/** Longest time for one team, however many members it has, in milliseconds. */
const readTimeoutMs = 120_000;

/** How long the process waits for another team before it ends, in milliseconds: long enough for all teams in a row. */
const idleMs = 5_000;

const answerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), team: z.custom<TeamFacts>() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/**
 * Reads teams, one after the other, in a process of its own; see read-team-process.ts. It begins with the first team,
 * and ends when none has been asked for in a while, when a read fails, and with this process.
 */
export function openTeamReader(): ReadTeam {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let before: Promise<unknown> = Promise.resolve();

  const begin = (): ChildProcess => {
    const begun = fork(entry, {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const forget = () => {
      if (child === begun) child = null;
    };
    begun.once("exit", forget);
    // Also between two teams, when nobody waits for its answer: it must not end the backend.
    begun.on("error", forget);
    return begun;
  };
  /** What failed once may have left something behind: the next team is read by a fresh one. */
  const end = () => {
    child?.kill("SIGKILL");
    child = null;
  };
  const read = async (conversationReference: unknown): Promise<TeamFacts> => {
    clearTimeout(idle);
    child ??= begin();
    try {
      return await ask(child, conversationReference);
    } catch (error) {
      end();
      throw error;
    } finally {
      idle = setTimeout(end, idleMs).unref();
    }
  };
  return (conversationReference) => {
    const asked = before.then(() => read(conversationReference));
    before = asked.catch(() => undefined);
    return asked;
  };
}

function ask(
  child: ChildProcess,
  conversationReference: unknown,
): Promise<TeamFacts> {
  const over = new AbortController();
  const { signal } = over;
  return new Promise<TeamFacts>((resolve, reject) => {
    const listen = (name: string, listener: (value: unknown) => void) => {
      child.on(name, listener);
      signal.addEventListener("abort", () => child.off(name, listener));
    };
    listen("message", (message) => {
      const answer = answerSchema.parse(message);
      if (answer.ok) resolve(answer.team);
      else reject(new Error(`Teams did not tell the team: ${answer.message}`));
    });
    listen("error", reject);
    listen("exit", (code) =>
      reject(
        new Error(`The process that reads a team ended with ${String(code)}.`),
      ),
    );
    const limit = setTimeout(
      () =>
        reject(
          new Error(`Reading a team took more than ${readTimeoutMs / 1000} s.`),
        ),
      readTimeoutMs,
    );
    signal.addEventListener("abort", () => clearTimeout(limit));
    child.send(conversationReference as object, (error) => {
      if (error) reject(error);
    });
  }).finally(() => over.abort());
}
