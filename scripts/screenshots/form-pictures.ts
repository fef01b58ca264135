import type { FrameLocator } from "playwright-core";
import { people } from "../../test/harness/world.ts";
import { appPath, type Picture } from "./picture.ts";
import { onDay } from "./story.ts";

/** The form for a new event, in what can become of it. */
export const formPictures: Picture[] = [
  {
    name: "form-empty",
    path: appPath(people.lead, "events/new"),
    prepare: ({ app }) => app.getByLabel("Title").waitFor(),
  },
  {
    name: "form-errors",
    path: appPath(people.lead, "events/new"),
    prepare: async ({ app }) => {
      await app.getByLabel("End time").fill("00:00");
      await app.getByLabel("Other people").fill("not an address,");
      await app.getByRole("button", { name: "Review and send" }).click();
      await app.getByText("Give the event a title.").waitFor();
    },
  },
  {
    name: "form-in-teams",
    path: appPath(people.lead, "events/new"),
    prepare: async ({ app }) => {
      const inTeams = app.getByRole("group", { name: "Post a card in" });
      await inTeams.getByRole("checkbox", { name: "General" }).waitFor();
      await inTeams.scrollIntoViewIfNeeded();
    },
  },
  {
    name: "form-filled",
    path: appPath(people.lead, "events/new"),
    prepare: ({ app }) => fillForm(app),
    guide: { height: 1580 },
  },
  {
    name: "form-in-words",
    path: appPath(people.lead, "events/new"),
    prepare: async ({ app }) => {
      await app.getByLabel("Start date").waitFor();
      await app.getByLabel("In words").fill("3/12 at 5pm");
      await app.getByText("This can be meant in").waitFor();
    },
    guide: { height: 760 },
  },
  {
    name: "form-preview",
    path: appPath(people.lead, "events/new"),
    prepare: async ({ app }) => {
      await fillForm(app);
      const show = app.getByRole("button", { name: "Show preview" });
      const preview = app.getByRole("region", { name: "Preview" });
      // On wide windows it stands beside the form.
      await show.or(preview).first().waitFor();
      if (await show.isVisible()) await show.click();
      // The last thing that is filled in, half a second after it.
      await preview.getByText("Room 4").first().waitFor();
      await preview.scrollIntoViewIfNeeded();
    },
    guide: { width: 1600, height: 1100, scale: 1 },
  },
  {
    name: "form-review",
    path: appPath(people.lead, "events/new"),
    prepare: async ({ app }) => {
      await fillForm(app);
      await app.getByRole("button", { name: "Review and send" }).click();
      await app.getByRole("button", { name: /^Send \d/ }).waitFor();
    },
    guide: {},
  },
  {
    name: "form-time-zones",
    path: appPath(people.lead, "events/new"),
    prepare: async ({ app }) => {
      const zone = app.getByRole("combobox", { name: "Time zone" });
      await zone.click();
      await zone.fill("york");
      await app.getByRole("option", { name: /New York/ }).waitFor();
    },
  },
];

async function fillForm(app: FrameLocator): Promise<void> {
  await app.getByLabel("Title").fill("Speaking up in meetings");
  await app
    .getByLabel("Description")
    .fill("A workshop with Lidia.\n\nBring one meeting that went wrong.");
  await app.getByLabel("Start date").fill(onDay(10, "").slice(0, 10));
  await app.getByLabel("Start time").fill("12:30");
  await app.getByLabel("Location").fill("Room 4");
  await app.getByLabel("Other people").fill("guest@fabrikam.com,");
}
