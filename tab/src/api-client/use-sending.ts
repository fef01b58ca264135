import { useState } from "react";
import { asApiError, type ApiError } from "./api-error.ts";

/** One change at a time, and why the last one failed. */
export function useSending(): {
  sending: boolean;
  failure: ApiError | null;
  send: (work: () => Promise<void>) => void;
} {
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);

  async function send(work: () => Promise<void>): Promise<void> {
    if (sending) return;
    setSending(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(asApiError(error));
    }
    setSending(false);
  }

  return { sending, failure, send: (work) => void send(work) };
}
