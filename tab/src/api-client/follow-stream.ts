import type { Api } from "./api.ts";
import { asApiError } from "./api-error.ts";
import { retryAfterMs } from "./retry-after.ts";
import { createEventReader } from "./server-sent-events.ts";

/** A stream that says nothing for this long is taken for dead: a broken network ends no connection by itself. */
const silenceMs = 90_000;

interface Follow {
  api: Pick<Api, "open">;
  path: string;
  /** By the name of a message what to do with its data; others are passed over. */
  on: Readonly<Record<string, (data: string) => void>>;
  /** Whether the stream is there; false while it is tried again. */
  onConnected: (connected: boolean) => void;
  signal: AbortSignal;
}

/**
 * Follows a stream until `signal` ends it, connecting again after a break.
 * It gives up when the backend refuses for good (a status of 400 to 499 other than 408 and 429).
 */
export async function followStream(follow: Follow): Promise<void> {
  let failures = 0;
  while (!follow.signal.aborted) {
    try {
      await readStream(follow, () => (failures = 0));
    } catch (error) {
      if (follow.signal.aborted || isFinal(asApiError(error).status)) return;
    }
    follow.onConnected(false);
    await pause(retryAfterMs(failures, Math.random()), follow.signal);
    failures += 1;
  }
}

function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

async function readStream(follow: Follow, onFirst: () => void): Promise<void> {
  const silence = new AbortController();
  const signal = AbortSignal.any([follow.signal, silence.signal]);
  let timer = setTimeout(() => silence.abort(), silenceMs);
  try {
    const response = await follow.api.open(follow.path, signal);
    if (!response.body) return;
    const reader = response.body
      .pipeThrough(new TextDecoderStream())
      .getReader();
    const read = createEventReader();
    follow.onConnected(true);
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silenceMs);
      onFirst();
      for (const event of read(value)) {
        follow.on[event.name]?.(event.data);
      }
    }
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
