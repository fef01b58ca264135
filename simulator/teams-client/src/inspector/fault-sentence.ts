import type { Fault, FaultEffect, Service } from "../api/inspector-shapes.ts";

/** What meets the fault: requests of the app, or what Microsoft sends to it. */
const metBy: Record<Service, { one: string; many: string }> = {
  entra: { one: "request to Entra", many: "requests to Entra" },
  graph: { one: "request to Graph", many: "requests to Graph" },
  connector: {
    one: "request to the Bot Connector",
    many: "requests to the Bot Connector",
  },
  notification: { one: "Graph notification", many: "Graph notifications" },
  bot: { one: "activity for the bot", many: "activities for the bot" },
};

/** A fault rule as a sentence: "The next POST request to Graph whose path fits /me/events is answered 503 before it takes effect." */
export function faultSentence(fault: Omit<Fault, "id">): string {
  const where = fault.path ? ` whose path fits ${fault.path}` : "";
  return `${whichWords(fault)}${where} ${effectWords(fault.effect)}.`;
}

function whichWords({ times, method, service }: Omit<Fault, "id">): string {
  const { one, many } = metBy[service];
  const verb = method ? `${method.toUpperCase()} ` : "";
  if (times === null) return `Every ${verb}${one}`;
  if (times === undefined || times === 1) return `The next ${verb}${one}`;
  return `Each of the next ${String(times)} ${verb}${many}`;
}

function effectWords(effect: FaultEffect): string {
  switch (effect.kind) {
    case "status": {
      const pause =
        effect.retryAfterSeconds === undefined
          ? ""
          : `, with Retry-After ${String(effect.retryAfterSeconds)},`;
      return `is answered ${String(effect.status)}${pause} ${whenWords(effect.when)}`;
    }
    case "latency":
      return `is answered ${String(effect.ms)} ms later`;
    case "reset":
      return `loses its connection ${whenWords(effect.when)}`;
    case "late":
      return `loses its connection and takes effect ${String(effect.ms)} ms later`;
    case "dropNotification":
      return "is lost";
    case "doubleNotification":
      return "is delivered twice";
    case "delayNotification":
      return `is delivered ${String(effect.ms)} ms later`;
  }
}

function whenWords(when: "before" | "after"): string {
  return when === "before" ? "before it takes effect" : "after it took effect";
}
