import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { people, type World } from "../../test/harness/world.ts";
import { savePicture, type Camera } from "./camera.ts";
import { contextOptions, reviewLooks } from "./looks.ts";
import { appPath } from "./picture.ts";

/** Connects the service account as an admin does, by hand, with a picture of each page on the way. */
export async function connectByHand(
  camera: Camera,
  world: World,
): Promise<void> {
  const folder = join(camera.reviewFolder, "signing-in");
  await mkdir(folder, { recursive: true });
  const [look] = reviewLooks;
  if (!look) return;
  const context = await camera.browser.newContext(contextOptions(look));
  try {
    const shell = await context.newPage();
    await shell.goto(
      new URL(appPath(people.admin, "settings"), camera.pagesUrl).href,
    );
    const app = shell.frameLocator("iframe");
    const picture = (page: Page, name: string) =>
      savePicture(page, join(folder, `${name}.png`));

    world.simulator.changeSettings({ adminApprovalRequired: true });
    const refused = await openSignIn(context, app, "Connect");
    await picture(shell, "1-waiting");
    await picture(refused, "2-pick-an-account");
    await pickServiceAccount(refused);
    await refused.getByText("Need admin approval").first().waitFor();
    await picture(refused, "3-approval-wall");
    await refused.getByText("Return to the application").click();
    await refused.getByText("is not connected").first().waitFor();
    await picture(refused, "4-denied");
    await refused.close();
    await app.getByRole("alert").first().waitFor();
    await picture(shell, "5-denied-in-settings");

    world.simulator.changeSettings({ adminApprovalRequired: false });
    const accepted = await openSignIn(context, app, "Connect");
    await pickServiceAccount(accepted);
    await accepted.getByText("Permissions requested").first().waitFor();
    await picture(accepted, "6-consent");
    await accepted.getByRole("button", { name: "Accept" }).click();
    await accepted.getByText("Almost done").first().waitFor();
    await picture(accepted, "7-signed-in");
    await app.getByRole("button", { name: "Confirm" }).waitFor();
    await picture(shell, "8-to-confirm");
    await app.getByRole("button", { name: "Confirm" }).click();
    await app.getByText("Set-up complete.").waitFor();
  } finally {
    await context.close();
  }
}

/** The window that opens by itself; where it does not (the tab is served over http), the link beside it. */
async function openSignIn(
  context: BrowserContext,
  app: FrameLocator,
  button: string,
): Promise<Page> {
  await app.getByRole("button", { name: button, exact: true }).click();
  await app.getByRole("button", { name: "Stop this sign-in" }).waitFor();
  const link = app.getByRole("link", { name: "Open it in a new tab" });
  const byItself = context.pages()[1];
  const opened = byItself ?? context.waitForEvent("page");
  if (!byItself) await link.click();
  const page = await opened;
  await page.getByText("Pick an account").first().waitFor();
  return page;
}

async function pickServiceAccount(page: Page): Promise<void> {
  await page.getByRole("button", { name: people.organizer }).first().click();
}
