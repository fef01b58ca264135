import { people } from "../../test/harness/world.ts";
import type { Picture } from "./picture.ts";
import { member, type Story } from "./story.ts";

/** The simulated Microsoft 365 around the tab: Outlook, Teams, the inspector. */
export function simulatorPictures(story: Story, baseUrl: string): Picture[] {
  return [
    {
      ...mail("outlook-invitation", "ChristieC@contoso.com", {
        subject: story.answered.title,
      }),
      guide: { height: 700 },
    },
    mail("outlook-answered", "LidiaH@contoso.com", {
      subject: story.answered.title,
    }),
    mail("outlook-cancelled", member, { subject: story.cancelled.title }),
    {
      name: "outlook-organizer",
      path: `/outlook?as=${people.organizer}`,
      prepare: async ({ page }) => {
        await page
          .getByRole("list", { name: "Calendar" })
          .getByRole("listitem", { name: story.answered.title })
          .getByRole("button")
          .click();
        await page.getByRole("region", { name: "Tracking" }).waitFor();
      },
    },
    {
      name: "teams-channel",
      path: `/teams?as=${people.lead}`,
      prepare: async ({ page, app }) => {
        await page.getByText("General").first().click();
        await page.getByRole("tab", { name: "Events" }).click();
        await app.getByText("Book club").waitFor();
      },
    },
    {
      name: "teams-posts",
      path: `/teams?as=${people.lead}`,
      prepare: async ({ page }) => {
        await page.getByText("General").first().click();
        await page.getByRole("tab", { name: "Posts" }).waitFor();
      },
    },
    {
      name: "inspector",
      path: "/inspector",
      prepare: ({ page }) => page.getByText("/me/events").first().waitFor(),
    },
    {
      name: "inspector-settings",
      path: "/inspector/settings",
      prepare: ({ page }) => page.getByText("transactionId").first().waitFor(),
    },
    {
      name: "inspector-faults",
      path: "/inspector/faults",
      prepare: ({ page }) => page.getByRole("button").first().waitFor(),
    },
    {
      name: "outside-teams",
      path: baseUrl,
      prepare: ({ page }) =>
        page.getByText("Open ERG Events in Teams").waitFor(),
    },
  ];
}

/** The newest mail about an event, opened. */
function mail(
  name: string,
  person: string,
  about: { subject: string },
): Picture {
  return {
    name,
    path: `/outlook?as=${person}`,
    prepare: async ({ page }) => {
      await page
        .getByRole("list", { name: "Inbox" })
        .getByRole("listitem", { name: about.subject })
        .first()
        .getByRole("button")
        .click();
      await page.getByRole("article").waitFor();
    },
  };
}
