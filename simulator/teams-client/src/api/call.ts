import { z } from "zod";
import { refusalShape } from "./shapes.ts";

type Call<T> = {
  path: string;
  shape: z.ZodType<T>;
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  signal?: AbortSignal | undefined;
};

/** One request to `/sim/api`; the answer is parsed, a refusal is thrown as a sentence. */
export async function call<T>(request: Call<T>): Promise<T> {
  const { path, shape, method = "GET", body, signal } = request;
  const response = await fetch(`/sim/api${path}`, {
    method,
    ...(body === undefined
      ? {}
      : {
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
    ...(signal ? { signal } : {}),
  });
  const text = await response.text();
  const answer: unknown = text === "" ? undefined : readJson(text);
  if (!response.ok) throw refusal(response, answer);
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new Error(
    `The simulator's answer to ${path} has another shape than this client expects: ${z.prettifyError(parsed.error)}`,
  );
}

/** For calls whose answer nobody reads. */
export const anyShape = z.unknown();

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A refusal's own sentence is fit to be shown. */
function refusal(response: Response, answer: unknown): Error {
  const parsed = refusalShape.safeParse(answer);
  return new Error(
    parsed.success
      ? parsed.data.error
      : `The simulator answered ${String(response.status)}.`,
  );
}

/** A sentence for people out of whatever was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof TypeError)
    return "The simulator does not answer. Is it still running?";
  return error instanceof Error ? error.message : String(error);
}
