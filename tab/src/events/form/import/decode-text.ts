/** How a file's bytes were read. */
export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";

export type Decoded =
  | { ok: true; text: string; encoding: Encoding }
  /** `message` says what the file is instead, and what to do. */
  | { ok: false; message: string };

const workbook =
  "This is an Excel workbook, not a text file. In Excel choose Save As and CSV, and take that file.";

/** The first bytes by which kinds of files tell themselves that people take for lists. */
const knownKinds: [bytes: number[], message: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], workbook],
  [[0xd0, 0xcf, 0x11, 0xe0], workbook],
  [
    [0x25, 0x50, 0x44, 0x46],
    "This is a PDF, not a text file. Copy the addresses out of it, and paste them.",
  ],
];

const notText =
  "This is not a text file, or it is damaged. Save the list as CSV or as text, and take that file.";

/** How much is looked at to tell UTF-16 without a mark. */
const sampledBytes = 2_000;

/**
 * Reads a file's bytes as text: by their byte order mark, as UTF-8, or, where that cannot be, as Windows-1252, which
 * older versions of Excel write. Anything but text is refused. Pure.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  for (const [start, message] of knownKinds)
    if (start.every((byte, place) => bytes[place] === byte))
      return { ok: false, message };
  const marked = utf16Of(bytes);
  const attempts: [label: string, encoding: Encoding][] = marked
    ? [[marked, "UTF-16"]]
    : [
        ["utf-8", "UTF-8"],
        ["windows-1252", "Windows-1252"],
      ];
  for (const [label, encoding] of attempts) {
    const text = decoded(bytes, label);
    if (text !== null)
      return hasControls(text)
        ? { ok: false, message: notText }
        : { ok: true, text, encoding };
  }
  return { ok: false, message: notText };
}

/** Decoders leave a byte order mark out. */
function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Addresses are written in letters whose other byte is zero.
  const sample = bytes.subarray(0, sampledBytes);
  const pairs = Math.floor(sample.length / 2);
  const zeros = [0, 0];
  for (let place = 0; place < pairs * 2; place++)
    if (sample[place] === 0) zeros[place % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (pairs === 0) return null;
  if (odd > pairs / 2 && even === 0) return "utf-16le";
  if (even > pairs / 2 && odd === 0) return "utf-16be";
  return null;
}

/** Signs that no text has, but any other file. A tab, line ends, and the end of file of old programs may be. */
function hasControls(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/.test(
    text,
  );
}
