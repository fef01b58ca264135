import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { colorIcon, outlineIcon } from "./icons/app-icons.ts";
import { encodePng } from "./icons/encode-png.ts";
import { rasterize } from "./icons/rasterize.ts";

// The icons are checked in; this draws them anew after a change of app-icons.ts.
const folder = join(import.meta.dirname, "..", "appPackage");
for (const [name, icon] of [
  ["color.png", colorIcon],
  ["outline.png", outlineIcon],
] as const) {
  const png = encodePng({ size: icon.size, rgba: rasterize(icon) });
  await writeFile(join(folder, name), png);
  console.log(`${name}: ${icon.size} × ${icon.size}, ${png.length} bytes`);
}
