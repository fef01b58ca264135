import { fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import type { ReadTeam, TeamFacts } from "../groups/team-facts.ts";

const entry = join(import.meta.dirname, "read-team-process.ts");

/** Longest time for one team, however many members it has, in milliseconds. */
const readTimeoutMs = 120_000;

const answerSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), team: z.custom<TeamFacts>() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** Reads a team in a process of its own; see read-team-process.ts. */
export const readTeam: ReadTeam = (conversationReference) =>
  new Promise((resolve, reject) => {
    const child = fork(entry, {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      timeout: readTimeoutMs,
      killSignal: "SIGKILL",
    });
    child.once("message", (message) => {
      const answer = answerSchema.parse(message);
      if (answer.ok) resolve(answer.team);
      else reject(new Error(`Teams did not tell the team: ${answer.message}`));
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`The process that reads a team ended with ${code}.`)),
    );
    child.send(conversationReference as object);
  });
