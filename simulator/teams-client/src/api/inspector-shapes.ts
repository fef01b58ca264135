import { z } from "zod";

const serviceShape = z.enum([
  "entra",
  "graph",
  "connector",
  "notification",
  "bot",
]);

const exchangeShape = z.object({
  n: z.number(),
  at: z.string(),
  service: serviceShape,
  /** "in": the product calls Microsoft; "out": Microsoft calls the product. */
  direction: z.enum(["in", "out"]),
  method: z.string(),
  url: z.string(),
  /** Missing or 0 when there was no answer (a reset connection, a time-out). */
  status: z.number().nullish(),
  durationMs: z.number(),
  requestHeaders: z.record(z.string(), z.unknown()).nullish(),
  requestBody: z.unknown(),
  responseHeaders: z.record(z.string(), z.unknown()).nullish(),
  responseBody: z.unknown(),
});

export const exchangesShape = z.object({
  exchanges: z.array(exchangeShape),
  last: z.number(),
});

const settingValueShape = z.union([z.string(), z.boolean(), z.number()]);

export const settingsShape = z.record(z.string(), settingValueShape);

export const settingsSchemaShape = z.array(
  z.object({
    name: z.string(),
    description: z.string(),
    /** The values to choose from; none for a free number. */
    values: z.union([
      z.array(settingValueShape),
      z.enum(["number", "integer"]).transform((): SettingValue[] => []),
    ]),
    source: z.string(),
  }),
);

const effectShape = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("status"),
    status: z.number(),
    retryAfterSeconds: z.number().optional(),
    when: z.enum(["before", "after"]),
  }),
  z.object({ kind: z.literal("latency"), ms: z.number() }),
  z.object({ kind: z.literal("reset"), when: z.enum(["before", "after"]) }),
  z.object({ kind: z.literal("late"), ms: z.number() }),
  z.object({ kind: z.literal("dropNotification") }),
  z.object({ kind: z.literal("doubleNotification") }),
  z.object({ kind: z.literal("delayNotification"), ms: z.number() }),
]);

const faultShape = z.object({
  id: z.string(),
  service: serviceShape,
  method: z.string().nullish(),
  path: z.string().nullish(),
  times: z.number().nullish(),
  effect: effectShape,
});

/** A bare list, or the list under a name: both are read. */
export const faultsShape = z.union([
  z.array(faultShape),
  z.object({ faults: z.array(faultShape) }).transform(({ faults }) => faults),
]);

export type Service = z.infer<typeof serviceShape>;
export type Exchange = z.infer<typeof exchangeShape>;
export type SettingValue = z.infer<typeof settingValueShape>;
export type SettingDescription = z.infer<typeof settingsSchemaShape>[number];
export type Fault = z.infer<typeof faultShape>;
export type FaultEffect = z.infer<typeof effectShape>;
