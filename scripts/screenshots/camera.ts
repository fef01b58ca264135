import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { contextOptions, guideLook, reviewLooks, type Look } from "./looks.ts";
import type { Picture } from "./picture.ts";

/** Pictures in the repository stay below this, in bytes. */
const largestGuidePicture = 300_000;

export interface Camera {
  browser: Browser;
  /** The address of the simulator's pages. */
  pagesUrl: string;
  /** Gets every picture in every look, in a folder a look. */
  reviewFolder: string;
  /** Gets the pictures of the guides. */
  guideFolder: string;
  /** Only pictures whose name begins so are taken; empty: all. */
  only: string;
}

/** Takes pictures in every look. */
export async function takePictures(
  camera: Camera,
  all: readonly Picture[],
): Promise<void> {
  const pictures = all.filter(({ name }) => name.startsWith(camera.only));
  for (const look of reviewLooks)
    await takeAll(camera, look, {
      pictures,
      folder: join(camera.reviewFolder, look.name),
    });
  for (const picture of pictures)
    if (picture.guide)
      await takeAll(
        camera,
        { ...guideLook, ...picture.guide },
        { pictures: [picture], folder: camera.guideFolder },
      );
}

async function takeAll(
  camera: Camera,
  look: Look,
  what: { pictures: readonly Picture[]; folder: string },
): Promise<void> {
  await mkdir(what.folder, { recursive: true });
  const context = await camera.browser.newContext(contextOptions(look));
  try {
    for (const picture of what.pictures) {
      // A page of its own each: an unsaved form would come back in the next.
      const page = await context.newPage();
      await take(camera, look, { page, picture, folder: what.folder });
      await page.close();
    }
  } finally {
    await context.close();
  }
}

async function take(
  camera: Camera,
  look: Look,
  what: { page: Page; picture: Picture; folder: string },
): Promise<void> {
  const { page, picture } = what;
  const address = new URL(picture.path, camera.pagesUrl);
  address.searchParams.set("theme", look.theme);
  await page.goto(address.href);
  const app = page.frameLocator("iframe");
  // One page that is not as expected must not keep the others from being looked at.
  await picture.prepare({ page, app }).catch((error: unknown) => {
    process.exitCode = 1;
    console.error(`${look.name}/${picture.name}: ${String(error)}`);
  });
  await savePicture(page, join(what.folder, `${picture.name}.png`));
}

/** Waits for fonts and ends animations, so that the same page gives the same picture. */
export async function savePicture(page: Page, path: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  const { size } = await stat(path);
  if (path.includes("docs") && size > largestGuidePicture)
    console.warn(`${path} has ${size} bytes; show less in it.`);
}
