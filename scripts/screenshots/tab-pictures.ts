import type { FrameLocator } from "playwright-core";
import { people } from "../../test/harness/world.ts";
import { formPictures } from "./form-pictures.ts";
import { appPath, type Picture } from "./picture.ts";
import { member, outsider, type Story } from "./story.ts";

/** Every page of the tab while the account is connected. */
export function tabPictures(story: Story): Picture[] {
  return [
    ...listPictures,
    ...formPictures,
    ...eventPictures(story),
    ...groupPictures,
    {
      name: "insights",
      path: appPath(people.lead, "insights"),
      prepare: ({ app }) =>
        app.getByRole("table", { name: "Attendance" }).waitFor(),
      guide: { height: 1240 },
    },
    {
      name: "account-connected",
      path: appPath(people.admin, "settings"),
      prepare: ({ app }) => app.getByText("Set-up complete.").waitFor(),
      guide: { height: 1150, scale: 1.25 },
    },
    {
      name: "account-it-details",
      path: appPath(people.admin, "settings/it-details"),
      prepare: ({ app }) =>
        app.getByRole("table", { name: "Outgoing requests" }).waitFor(),
      guide: { height: 1000, scale: 1.25 },
    },
    {
      name: "settings-groups",
      path: appPath(people.admin, "settings/groups"),
      prepare: ({ app }) => app.getByText("Women at Contoso").first().waitFor(),
      guide: { height: 560 },
    },
    {
      name: "settings-stopped-work",
      path: appPath(people.admin, "settings/stopped-work"),
      prepare: ({ app }) =>
        app.getByRole("heading", { name: "Stopped work" }).waitFor(),
      guide: { height: 480 },
    },
    {
      name: "settings-audiences",
      path: appPath(people.admin, "settings/audiences"),
      prepare: ({ app }) =>
        app
          .getByRole("textbox", { name: "Mail domains of your company" })
          .waitFor(),
      guide: { height: 1150, scale: 1.25 },
    },
    {
      name: "account-disconnect",
      path: appPath(people.admin, "settings"),
      prepare: async ({ app }) => {
        await app.getByRole("button", { name: "Disconnect" }).click();
        await app.getByRole("dialog").waitFor();
      },
    },
  ];
}

const listPictures: Picture[] = [
  {
    name: "events-lead",
    path: appPath(people.lead),
    prepare: ({ app }) => app.getByText("Book club").waitFor(),
    guide: { height: 820 },
  },
  {
    name: "events-month",
    path: appPath(people.lead),
    prepare: async ({ app }) => {
      await app.getByRole("button", { name: "Month" }).click();
      await app.getByRole("link", { name: /Lunch and learn/ }).waitFor();
    },
    guide: { height: 900, theme: "dark" },
  },
  {
    name: "events-member",
    path: appPath(member),
    prepare: ({ app }) => app.getByText("Book club").waitFor(),
  },
  {
    name: "events-my-answers",
    path: `/app/my-answers?as=${encodeURIComponent(member)}`,
    prepare: ({ app }) => app.getByRole("list", { name: "Events" }).waitFor(),
    guide: { height: 520 },
  },
  {
    name: "events-past",
    path: appPath(people.lead),
    prepare: async ({ app }) => {
      await app.getByRole("button", { name: "Past" }).click();
      await app.getByText("Town hall").waitFor();
    },
  },
];

const groupPictures: Picture[] = [
  {
    name: "groups",
    path: appPath(people.lead, "groups"),
    prepare: ({ app }) =>
      app.getByRole("link", { name: /^Settings of Women/ }).waitFor(),
  },
  {
    name: "group-owner",
    path: appPath(people.lead, "groups"),
    prepare: async ({ app }) => {
      await app.getByRole("link", { name: /^Settings of Women/ }).click();
      await app.getByRole("switch", { name: "Confidential" }).waitFor();
    },
    guide: { height: 1100 },
  },
];

function eventPictures(story: Story): Picture[] {
  const at = (person: string, id: string, rest = "") =>
    appPath(person, `events/${id}${rest}`);
  return [
    {
      name: "event-lead",
      path: at(people.lead, story.answered.id),
      prepare: ({ app }) => showTally(app),
      guide: { height: 925 },
    },
    {
      name: "event-cards",
      path: at(people.lead, story.answered.id),
      prepare: async ({ app }) => {
        await showTally(app);
        const cards = app.getByRole("region", { name: "Cards" });
        await cards.getByText("up to date").waitFor();
        await cards.scrollIntoViewIfNeeded();
      },
    },
    {
      name: "event-history",
      path: at(people.lead, story.moved.id),
      prepare: async ({ app }) => {
        await showTally(app);
        const history = app.getByRole("region", { name: "History" });
        await history.getByText("You scheduled the event.").waitFor();
        await history.scrollIntoViewIfNeeded();
      },
      guide: { height: 900 },
    },
    {
      name: "event-to-join",
      path: at(outsider, story.moved.id),
      prepare: async ({ app }) => {
        await app.getByText("You are not invited yet").waitFor();
        await showTally(app);
      },
    },
    {
      name: "event-member",
      path: at(member, story.answered.id),
      prepare: ({ app }) => showTally(app),
    },
    {
      name: "event-other-time-zone",
      path: at(people.lead, story.moved.id),
      prepare: ({ app }) => showTally(app),
    },
    {
      name: "event-cancelled",
      path: at(people.lead, story.cancelled.id),
      prepare: ({ app }) => app.getByText("This event is cancelled").waitFor(),
    },
    {
      name: "event-without-link",
      path: at(people.lead, story.withoutLink.id),
      prepare: ({ app }) => app.getByText("No Teams link.").waitFor(),
    },
    {
      name: "event-edit-review",
      path: at(people.lead, story.answered.id, "/edit"),
      prepare: async ({ app }) => {
        await app.getByLabel("Start time").fill("12:30");
        await app.getByRole("button", { name: "Review and send" }).click();
        await app.getByRole("button", { name: /^Send \d/ }).waitFor();
      },
    },
    {
      name: "event-cancel",
      path: at(people.lead, story.answered.id),
      prepare: async ({ app }) => {
        await showTally(app);
        await app.getByRole("button", { name: "Cancel event" }).click();
        await app.getByRole("button", { name: /^Cancel event and/ }).waitFor();
      },
    },
    {
      name: "event-unknown",
      path: at(people.lead, "00000000-0000-4000-8000-000000000000"),
      prepare: ({ app }) => app.getByText("There is no such event").waitFor(),
    },
  ];
}

/** The chart is loaded after the page. */
async function showTally(app: FrameLocator): Promise<void> {
  await app.getByText(/going, \d+ maybe/).waitFor();
  await app
    .locator("svg path[id]")
    .or(app.locator("svg[role]"))
    .first()
    .waitFor();
}
