import { isRecord, type Card } from "./messages.ts";

/** Teams: Universal Actions for Adaptive Cards: the action that a button or a refresh executes. */
export interface ExecuteAction {
  type: "Action.Execute";
  id?: string | undefined;
  title?: string | undefined;
  verb?: string | undefined;
  data?: unknown;
}

/** Teams: User ids in refresh: without a list everybody in conversations of up to so many. */
const mostForEverybody = 60;
const mostUserIds = 60;

/** The action by which a Teams client refreshes a card unasked; null when it does not. */
export function automaticRefresh(
  card: Card,
  reader: { memberId: string; membersInConversation: number },
): ExecuteAction | null {
  const { refresh, version } = card;
  // Teams: Work with Universal Actions: below 1.5 the card is not refreshed. Older pages say 1.4.
  const isUnderstood = typeof version === "string" && /^1\.[45]$/.test(version);
  if (!isUnderstood || !isRecord(refresh)) return null;
  const { action, userIds } = refresh;
  if (!isExecuteAction(action)) return null;
  const isMeant = Array.isArray(userIds)
    ? userIds.length <= mostUserIds && userIds.includes(reader.memberId)
    : reader.membersInConversation <= mostForEverybody;
  return isMeant ? action : null;
}

/** The `Action.Execute` of that title, wherever it is in the card. */
export function findAction(card: Card, title: string): ExecuteAction | null {
  for (const value of Object.values(card)) {
    const found = findIn(value, title);
    if (found) return found;
  }
  return null;
}

function findIn(value: unknown, title: string): ExecuteAction | null {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findIn(item, title);
      if (found) return found;
    }
    return null;
  }
  if (!isRecord(value)) return null;
  if (isExecuteAction(value) && value.title === title) return value;
  return findAction(value, title);
}

function isExecuteAction(
  value: unknown,
): value is ExecuteAction & Record<string, unknown> {
  return isRecord(value) && value["type"] === "Action.Execute";
}
