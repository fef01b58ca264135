import type { Page } from "playwright-core";
import { people } from "../../test/harness/world.ts";
import type { Picture } from "./picture.ts";
import { member, onCard, type Story } from "./story.ts";

/** The simulated Microsoft 365 around the tab: Outlook, Teams, the inspector. */
export function simulatorPictures(story: Story, baseUrl: string): Picture[] {
  const general = encodeURIComponent(story.channel.id);
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
      name: "channel-tab",
      path: `/teams/${general}/${general}?as=${people.lead}&setUp=new`,
      prepare: ({ app }) => app.getByRole("radio", { name: "Month" }).waitFor(),
      guide: { height: 760 },
    },
    ...channelPictures(story),
    {
      name: "chat",
      path: `/app/conversations?as=${onCard}`,
      prepare: async ({ page }) => {
        await page.getByRole("article").nth(4).waitFor();
        await cardsAreDrawn(page);
      },
      guide: { height: 880 },
    },
    {
      name: "chat-not-added",
      path: `/app/conversations?as=${member}`,
      prepare: ({ page }) =>
        page.getByRole("button", { name: "Add", exact: true }).waitFor(),
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

/** The General channel with the cards of several events. */
function channelPictures({
  channel,
  answered,
  moved,
  cancelled,
}: Story): Picture[] {
  const id = encodeURIComponent(channel.id);
  const card = (
    name: string,
    person: string,
    shown: { title: string; text: string },
  ): Picture => ({
    name,
    path: `/teams/${id}/${id}?as=${person}`,
    prepare: async ({ page }) => {
      await cardsAreDrawn(page);
      const message = page
        .getByRole("article")
        .filter({ hasText: shown.title });
      await message.scrollIntoViewIfNeeded();
      await message.getByText(shown.text).waitFor();
    },
  });
  return [
    {
      ...card("card-answered", onCard, {
        title: answered.title,
        text: "Your answer: going.",
      }),
      guide: { height: 800 },
    },
    card("card-not-answered", people.lead, {
      title: moved.title,
      text: "You have not answered yet.",
    }),
    card("card-cancelled", member, {
      title: cancelled.title,
      text: "The food bank is closed that day.",
    }),
    {
      name: "channel-mention",
      path: `/teams/${id}/${id}?as=${member}`,
      prepare: async ({ page }) => {
        await page
          .getByRole("button", { name: "Mention ERG Events" })
          .last()
          .click();
        await page.getByRole("button", { name: "tally" }).waitFor();
      },
    },
  ];
}

/** Cards are drawn when the list stands, and replaced once by everybody's own copy. */
async function cardsAreDrawn(page: Page): Promise<void> {
  await page.getByRole("group", { name: "Card" }).last().waitFor();
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
