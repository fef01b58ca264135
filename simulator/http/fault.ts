import { z } from "zod";
import type { ServiceName } from "./exchange.ts";

const moment = z.enum(["before", "after"]);

const faultEffectSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("status"),
    status: z.int().min(400).max(599),
    /** May be fractional, as Outlook's is. */
    retryAfterSeconds: z.number().nonnegative().optional(),
    when: moment,
  }),
  z.strictObject({ kind: z.literal("latency"), ms: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal("reset"), when: moment }),
  /** The connection is lost at once, and the request takes effect later all the same. */
  z.strictObject({ kind: z.literal("late"), ms: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal("dropNotification") }),
  z.strictObject({ kind: z.literal("doubleNotification") }),
  z.strictObject({
    kind: z.literal("delayNotification"),
    ms: z.int().nonnegative(),
  }),
]);
export type FaultEffect = z.infer<typeof faultEffectSchema>;

export const faultRuleSchema = z.strictObject({
  service: z.enum(["entra", "graph", "connector", "notification", "bot"]),
  method: z.string().toUpperCase().optional(),
  /** A regular expression, matched against path and query. */
  path: z
    .string()
    .refine(isRegularExpression, "Give a regular expression.")
    .optional(),
  /** How often it strikes; null: always. */
  times: z.int().positive().nullable().default(1),
  effect: faultEffectSchema,
});
export type FaultRuleInput = z.input<typeof faultRuleSchema>;
export type FaultRule = z.infer<typeof faultRuleSchema> & { id: string };

export interface Faults {
  add(rule: FaultRuleInput): FaultRule;
  list(): FaultRule[];
  /** Without an id: all. */
  remove(id?: string): void;
  /** The effects of every rule that matches; each use counts. */
  strike(request: {
    service: ServiceName;
    method: string;
    path: string;
  }): FaultEffect[];
}

/** Faults on demand. They are forgotten at a restart: a fault is an experiment, not a setting. */
export function faultDesk(): Faults {
  let rules: FaultRule[] = [];
  let made = 0;
  return {
    add(input) {
      made += 1;
      const rule = { id: `fault-${made}`, ...faultRuleSchema.parse(input) };
      rules.push(rule);
      return rule;
    },
    list: () => rules,
    remove(id) {
      rules = id === undefined ? [] : rules.filter((rule) => rule.id !== id);
    },
    strike(request) {
      const struck = rules.filter((rule) => matches(rule, request));
      rules = rules.flatMap((rule) => {
        if (!struck.includes(rule) || rule.times === null) return [rule];
        return rule.times > 1 ? [{ ...rule, times: rule.times - 1 }] : [];
      });
      return struck.map(({ effect }) => effect);
    },
  };
}

function matches(
  rule: FaultRule,
  request: { service: ServiceName; method: string; path: string },
): boolean {
  return (
    rule.service === request.service &&
    (rule.method === undefined || rule.method === request.method) &&
    (rule.path === undefined || new RegExp(rule.path).test(request.path))
  );
}

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
