/** The browser may begin to read the file some time after the click, in milliseconds. */
const keptMs = 60_000;

/** Hands a file to the browser's downloads. Whether it lands there is not told to a page. */
export function saveFile({
  content,
  name,
}: {
  content: Blob;
  name: string;
}): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}
