import { Agent, request } from "node:http";

/**
 * Sends what it is told to both addresses, each notification alone, as they come, and tells in the end how
 * long the answers took. A process of its own: the simulator's work must not count as waiting.
 */
const agent = new Agent({ keepAlive: true });
const milliseconds: Record<string, number[]> = {};
const underWay = new Set<Promise<void>>();
let refused = 0;

process.on(
  "message",
  (told: { urls: Record<string, string>; body: unknown } | "finish") => {
    if (told === "finish") return void report();
    const text = JSON.stringify(told.body);
    for (const [name, url] of Object.entries(told.urls)) {
      const sent = send(name, url, text).finally(() => underWay.delete(sent));
      underWay.add(sent);
    }
  },
);
process.once("disconnect", () => process.exit(0));
process.send?.("ready");

async function report(): Promise<void> {
  await Promise.all(underWay);
  process.send?.({ milliseconds, refused });
}

function send(name: string, url: string, body: string): Promise<void> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const outgoing = request(
      url,
      {
        agent,
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(body),
        },
      },
      (answer) => {
        answer.resume();
        answer.on("end", () => {
          if (answer.statusCode !== 202) refused += 1;
          (milliseconds[name] ??= []).push(performance.now() - startedAt);
          resolve();
        });
      },
    );
    outgoing.on("error", () => {
      refused += 1;
      resolve();
    });
    outgoing.end(body);
  });
}
