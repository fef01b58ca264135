import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync, type Zippable } from "fflate";
import { fillIn, type Variables } from "./variables.ts";

const texts = ["manifest.json", "de.json"];
const icons = ["color.png", "outline.png"];

/** The same files give the same bytes: a package's hash tells whether anything changed. */
const fixedTime = new Date(2026, 0, 1);

/** The zip that an admin sideloads: manifest, strings and icons, with every variable filled in. */
export async function buildPackage({
  folder,
  variables,
  name,
}: {
  folder: string;
  variables: Variables;
  name: string;
}): Promise<Uint8Array> {
  const files: Zippable = {};
  for (const file of texts) {
    const text = fillIn({
      text: await readFile(join(folder, file), "utf8"),
      variables,
      name,
      mayBeEmpty: ["APP_NAME_SUFFIX"],
    });
    files[file] = new TextEncoder().encode(text);
  }
  for (const file of icons) {
    files[file] = new Uint8Array(await readFile(join(folder, file)));
  }
  return zipSync(files, { level: 9, mtime: fixedTime });
}
