import type { Strike } from "./fault-lane.ts";

/** Later calls of one kind differ in nothing from the second. */
const mostOfKind = 2;

/**
 * Leaves out what could not differ: a read has no effect, so before and after its effect are the same; and later calls
 * of one kind.
 */
export function distinctStrikes(strikes: readonly Strike[]): Strike[] {
  return strikes.filter(({ call, fault }) => {
    const isRead = /^\w+ GET /.test(call.kind);
    return call.nth <= mostOfKind && !(isRead && fault.endsWith(" after"));
  });
}
