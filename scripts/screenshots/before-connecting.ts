import type { EventDetail } from "../../bot/contract/events.ts";
import { people } from "../../test/harness/world.ts";
import { appPath, type Picture } from "./picture.ts";
import { member } from "./story.ts";

/** What people see on the first day, before an admin has connected the service account. */
export const firstDayPictures: readonly Picture[] = [
  {
    name: "start-page",
    path: "/",
    prepare: ({ page }) => page.getByText("Who is who").waitFor(),
  },
  {
    name: "events-empty-lead",
    path: appPath(people.lead),
    prepare: ({ app }) => app.getByText("Nothing is planned yet").waitFor(),
  },
  {
    name: "events-empty-member",
    path: appPath(member),
    prepare: ({ app }) => app.getByText("Nothing is planned yet").waitFor(),
  },
  {
    name: "events-no-group",
    path: appPath(people.admin),
    prepare: ({ app }) => app.getByText("You are in no group yet").waitFor(),
  },
  {
    name: "account-not-connected",
    path: appPath(people.admin, "settings"),
    prepare: ({ app }) =>
      app.getByRole("button", { name: "Connect" }).waitFor(),
  },
  {
    name: "account-not-an-admin",
    path: appPath(member, "settings"),
    prepare: ({ app }) => app.getByText("Only administrators").waitFor(),
  },
];

/** An event that waits for the account. */
export function waitingPictures(event: EventDetail): Picture[] {
  return [
    {
      name: "event-waiting",
      path: appPath(people.lead, `events/${event.id}`),
      prepare: ({ app }) =>
        app.getByText("as soon as the service account").waitFor(),
    },
  ];
}
