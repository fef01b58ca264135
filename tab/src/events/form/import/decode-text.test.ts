import { decodeText } from "./decode-text.ts";

const text = "name;mail\nJörg;joerg@contoso.com\n";
const bytes = (...parts: (number[] | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const utf8 = new TextEncoder().encode(text);
const utf16 = (bigEndian: boolean) =>
  bytes(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      const pair = [code & 0xff, code >> 8];
      return bigEndian ? pair.reverse() : pair;
    }),
  );
const latin = bytes([...text].map((sign) => sign.charCodeAt(0)));

describe("a file of text", () => {
  it.each([
    ["UTF-8", utf8, "UTF-8"],
    ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], utf8), "UTF-8"],
    [
      "UTF-16 as Windows writes it",
      bytes([0xff, 0xfe], utf16(false)),
      "UTF-16",
    ],
    ["UTF-16 the other way round", bytes([0xfe, 0xff], utf16(true)), "UTF-16"],
    ["UTF-16 without a mark", utf16(false), "UTF-16"],
    ["UTF-16 the other way round without a mark", utf16(true), "UTF-16"],
    ["Windows-1252", latin, "Windows-1252"],
  ])("is read in %s", (_how, given, encoding) => {
    expect(decodeText(given)).toEqual({ ok: true, text, encoding });
  });

  it("may be empty", () => {
    expect(decodeText(bytes())).toMatchObject({ ok: true, text: "" });
  });

  it.each([
    ["an Excel workbook", bytes([0x50, 0x4b, 3, 4, 0, 0]), "Excel workbook"],
    [
      "an old Excel workbook",
      bytes([0xd0, 0xcf, 0x11, 0xe0]),
      "Excel workbook",
    ],
    ["a PDF", bytes([..."%PDF-1.7"].map((sign) => sign.charCodeAt(0))), "PDF"],
    [
      "a picture",
      bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      "not a text",
    ],
    [
      "a photo",
      bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46]),
      "not a text",
    ],
    ["text with zeros in it", bytes(utf8, [0, 0], utf8), "not a text"],
    [
      "UTF-16 that is cut off",
      bytes([0xff, 0xfe], utf16(false), [0x41]),
      "not a text",
    ],
  ])("is not %s, which is refused", (_what, given, words) => {
    const decoded = decodeText(given);
    expect(decoded.ok ? "" : decoded.message).toContain(words);
  });
});
