import { z } from "zod";

/** teams-js 2.58: internal/messageObjects, MessageRequest as it is serialized. */
const requestShape = z.object({
  id: z.number(),
  uuidAsString: z.string().optional(),
  func: z.string(),
  args: z.array(z.unknown()).default([]),
});

export type AppRequest = z.infer<typeof requestShape>;

/** The request in a message event's data; undefined for anything else. */
export function readRequest(data: unknown): AppRequest | undefined {
  const parsed = requestShape.safeParse(data);
  return parsed.success ? parsed.data : undefined;
}

/** A reply carries the ids of its request (teams-js 2.58: handleIncomingMessageFromParent). */
export function replyTo(request: AppRequest, args: readonly unknown[]) {
  const { id, uuidAsString } = request;
  return { id, ...(uuidAsString ? { uuidAsString } : {}), args };
}

/** A call of the host's own accord, such as `themeChange`: no ids, nobody replies. */
export function hostEvent(func: string, args: readonly unknown[]) {
  return { func, args };
}
