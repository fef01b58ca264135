import type { ExchangeServer } from "./exchange-server.ts";

interface Sending {
  at: string;
  recipients: number;
}

const dayMs = 24 * 60 * 60 * 1000;
const minuteMs = 60 * 1000;
const messagesPerMinute = 30;

/** Exchange Online limits: a mailbox has so many recipients in 24 hours; a group counts as one. */
export function exceedsRecipientLimit(
  server: ExchangeServer,
  ownerId: string,
  recipients: number,
): boolean {
  const { recipientsPerDay } = server.simulation.settings.current();
  const sent = sendingsOfDay(server, ownerId).reduce(
    (sum, sending) => sum + sending.recipients,
    0,
  );
  return sent + recipients > recipientsPerDay;
}

/** Books the message and gives the time at which it arrives: later when the minute is full. */
export function bookSending(
  server: ExchangeServer,
  ownerId: string,
  recipients: number,
): string {
  const { clock, settings } = server.simulation;
  const earlier = sendingsOfDay(server, ownerId);
  const nowMs = clock.now().getTime();
  const isLimited = settings.current().messageRate === "30PerMinute";
  const atMs = isLimited ? freeTimeMs(earlier, nowMs) : nowMs;
  const at = new Date(atMs).toISOString();
  sendingsTable(server).put(ownerId, [...earlier, { at, recipients }]);
  return at;
}

/** Exchange Online limits: 30 messages a minute; those beyond go out in the following minutes. */
function freeTimeMs(earlier: Sending[], nowMs: number): number {
  const limiting = earlier.at(-messagesPerMinute);
  return limiting === undefined
    ? nowMs
    : Math.max(nowMs, new Date(limiting.at).getTime() + minuteMs);
}

function sendingsOfDay(server: ExchangeServer, ownerId: string): Sending[] {
  const nowMs = server.simulation.clock.now().getTime();
  const since = new Date(nowMs - dayMs).toISOString();
  const all = sendingsTable(server).get(ownerId) ?? [];
  return all.filter(({ at }) => at > since);
}

function sendingsTable(server: ExchangeServer) {
  return server.simulation.store.table<Sending[]>("sendings");
}
