import type { FrameLocator } from "playwright-core";
import { people } from "../../test/harness/world.ts";
import type { HeldEvents } from "./held-events.ts";
import { appPath, type Picture } from "./picture.ts";
import { member } from "./story.ts";

/** Who came, and who is coming in. */
export function attendancePictures(held: HeldEvents): Picture[] {
  const over = `events/${held.over.id}`;
  const atTheDoor = `events/${held.atTheDoor.id}`;
  return [
    {
      name: "attendance",
      path: appPath(people.lead, over),
      prepare: ({ app }) => showPeople(app),
      guide: { height: 1240 },
    },
    {
      name: "attendance-room",
      path: appPath(people.lead, atTheDoor),
      prepare: ({ app }) => showPeople(app),
      guide: { height: 860 },
    },
    {
      name: "attendance-thanks",
      path: appPath(people.lead, over),
      prepare: async ({ app }) => {
        await showPeople(app);
        await app
          .getByRole("button", { name: "Thank people in the channels" })
          .click();
        await app.getByRole("dialog").waitFor();
      },
    },
    {
      name: "attendance-member",
      path: appPath(member, over),
      prepare: async ({ app }) => {
        await app.getByText(/people came/).waitFor();
        await toTop(app);
      },
    },
  ];
}

async function showPeople(app: FrameLocator): Promise<void> {
  await app.getByRole("table", { name: "Attendance" }).waitFor();
  await toTop(app);
}

/** The part is below the fold, and is to be seen from its heading on. */
async function toTop(app: FrameLocator): Promise<void> {
  await app
    .getByRole("region", { name: "Attendance" })
    .evaluate((part) => part.scrollIntoView({ block: "start" }));
}
