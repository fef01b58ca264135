/** A file, piece by piece. */
export interface Download {
  fileName: string;
  mediaType: string;
  pieces: Iterable<string>;
}
