import { Agent, request } from "node:http";

/** How many people press at a time. */
const pressing = 250;

/**
 * Sends actions as fast as they are answered.
 * @param bodyOf the nth activity, as JSON
 * @returns answers a second
 */
export async function pressFor(given: {
  port: number;
  token: string;
  count: number;
  bodyOf: (n: number) => string;
}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: pressing });
  const startedAt = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: pressing }, async () => {
      for (let n = next++; n < given.count; n = next++)
        await press(agent, given, given.bodyOf(n));
    }),
  );
  agent.destroy();
  return given.count / ((performance.now() - startedAt) / 1000);
}

function press(
  agent: Agent,
  given: { port: number; token: string },
  body: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        agent,
        host: "127.0.0.1",
        port: given.port,
        path: "/api/messages",
        method: "POST",
        headers: {
          Authorization: `Bearer ${given.token}`,
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(body),
        },
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => (text += chunk));
        answer.on("end", () => {
          const isCard =
            answer.statusCode === 200 &&
            text.includes("application/vnd.microsoft.card.adaptive");
          if (isCard) resolve();
          else
            reject(
              new Error(
                `An action got ${answer.statusCode}: ${text.slice(0, 300)}`,
              ),
            );
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
