/**
 * When an account's mails can go out within what Exchange allows it (Exchange Online limits: recipient rate limit and
 * message rate limit). What is planned here is told to leads; what holds is the mailbox lane, which counts alike.
 */

/** Recipients mailed in a span of time that began then; in milliseconds since 1970. */
export interface Sent {
  at: number;
  recipients: number;
}

export interface SendingLimits {
  recipientsPerDay: number;
  messagesPerMinute: number;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** How many people can still be mailed now. Pure. */
export function recipientsLeft(
  sent: readonly Sent[],
  { recipientsPerDay }: Pick<SendingLimits, "recipientsPerDay">,
  now: number,
): number {
  const used = sent
    .filter(({ at }) => at > now - dayMs)
    .reduce((sum, { recipients }) => sum + recipients, 0);
  return Math.max(0, recipientsPerDay - used);
}

/**
 * The times at which messages can go out, one after the other. Pure. A message to more people than a day allows waits
 * until the day is empty, as in the lane.
 *
 * @param given.messages how many recipients each has
 * @returns for each message its time, in milliseconds since 1970
 */
export function planSending(given: {
  sent: readonly Sent[];
  messages: readonly number[];
  limits: SendingLimits;
  now: number;
}): number[] {
  const { limits, now } = given;
  const sent = given.sent
    .filter(({ at }) => at > now - dayMs)
    .toSorted((a, b) => a.at - b.at);
  let used = sent.reduce((sum, { recipients }) => sum + recipients, 0);
  let oldest = 0;
  const times: number[] = [];
  let at = now;
  const leave = () => {
    while (oldest < sent.length && (sent[oldest]?.at ?? 0) <= at - dayMs) {
      used -= sent[oldest]?.recipients ?? 0;
      oldest += 1;
    }
  };
  for (const recipients of given.messages) {
    const minuteFull = times.at(-limits.messagesPerMinute);
    if (minuteFull !== undefined) at = Math.max(at, minuteFull + minuteMs);
    leave();
    while (used > 0 && used + recipients > limits.recipientsPerDay) {
      at = Math.max(at, (sent[oldest]?.at ?? at) + dayMs);
      leave();
    }
    times.push(at);
    sent.push({ at, recipients });
    used += recipients;
  }
  return times;
}
