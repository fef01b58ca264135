import type { HttpBindings } from "@hono/node-server";

/** The Hono environment of the TLS side. */
export interface ServiceEnvironment {
  Bindings: Partial<HttpBindings> & {
    /** A part of a `$batch`: recorded with the batch, not by itself. */
    isBatchPart?: boolean;
  };
}
