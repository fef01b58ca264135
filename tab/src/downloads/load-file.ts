import type { Api } from "../api-client/api.ts";
import { fileNameOf } from "./download-words.ts";

/** A list of many people takes its time, in milliseconds. */
const fileWithinMs = 60_000;

export interface LoadedFile {
  content: Blob;
  name: string;
}

/** A file of the backend's, which asks for the token as everything does: no link could bring it. */
export async function loadFile(
  api: Api,
  {
    path,
    name,
  }: {
    path: string;
    /** Where the backend does not name it. */
    name: string;
  },
): Promise<LoadedFile> {
  const response = await api.open(path, AbortSignal.timeout(fileWithinMs));
  const disposition = response.headers.get("content-disposition");
  return {
    content: await response.blob(),
    name: fileNameOf(disposition) ?? name,
  };
}
