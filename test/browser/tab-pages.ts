import type { Page } from "playwright-core";
import type { EventDetail } from "../../bot/contract/events.ts";
import { people } from "../harness/world.ts";
import type { Visitor } from "./browser-session.ts";
import { eventForm } from "./pages/event-form.ts";
import { eventPage } from "./pages/event-page.ts";

/** A page of the tab in one state. */
export interface TabPage {
  name: string;
  /** As the tab's routes name it. */
  route: string;
  person: string;
  /** Opens it and resolves when a person sees it whole. */
  show(visitor: Visitor, events: Events): Promise<void>;
}

/** The events that the pages show. */
export type Events = Record<"answered" | "cancelled", EventDetail>;

export const member = "AdeleV@contoso.com";
/** Leads a group whose events are nobody else's business. */
export const confidentialLead = "LeeG@contoso.com";
export const confidentialMember = "GradyA@contoso.com";

/** Opens a page of the tab anew; where the tab is open already it is not loaded once more. */
async function openTab(visitor: Visitor, subPageId = ""): Promise<void> {
  const tab = visitor.page.frames()[1];
  if (!tab) return visitor.open("/app", subPageId === "" ? {} : { subPageId });
  // Away from the page before, with what was typed there.
  await goInTab(visitor.page, "/nowhere");
  await tab.evaluate(() => sessionStorage.clear());
  await goInTab(visitor.page, `/${subPageId}`);
}

/** Goes to another page of the tab as its own links do, without loading anything anew. */
export async function goInTab(page: Page, path: string): Promise<void> {
  await page
    .frames()[1]
    ?.evaluate((to) => history.pushState(null, "", to), path);
}

/** Pages that a file of their own looks at in the same way. */
export const lookedAtElsewhere: Record<string, string> = {
  "/settings/audiences": "audiences.test.ts",
  "/settings/stopped-work": "stopped-work.test.ts",
  "/channel-tab": "channel-tab.test.ts",
};

/** Each dialog of the tab, and what opens in the same way, by its file: under which name a test looks at it. */
export const dialogs: Record<string, string> = {
  "accounts/DisconnectDialog.tsx": "the dialog before disconnecting",
  "audiences/ListDialog.tsx": "a list with mistakes",
  "audiences/RemoveListDialog.tsx": "before a list is removed",
  "events/form/ReviewDialog.tsx": "the dialog before inviting",
  "events/form/description/LinkButton.tsx": "the form with a link",
  "events/form/import/AddManyDialog.tsx": "what a list would add",
  "events/page/CancelEventDialog.tsx": "the dialog before cancelling",
  "events/page/StopInvitingDialog.tsx": "before inviting is stopped",
  "events/page/attendance/AddPersonDialog.tsx": "adding somebody to the room",
  "events/page/attendance/ThanksDialog.tsx": "before thanking",
  "events/page/outlook-change/OutlookChoiceDialog.tsx":
    "keeping what Outlook says",
  "groups/page/RoleDialog.tsx": "appointing somebody",
};

/** What people find before an admin has connected the service account. */
export const firstDayPages: TabPage[] = [
  {
    name: "the empty list of a lead",
    route: "/",
    person: people.lead,
    async show(visitor) {
      await openTab(visitor);
      await visitor.app
        .getByRole("heading", { name: "Nothing is planned yet" })
        .waitFor();
    },
  },
  {
    name: "the list of somebody without a group",
    route: "/",
    person: people.admin,
    async show(visitor) {
      await openTab(visitor);
      await visitor.app
        .getByRole("heading", { name: "You are in no group yet" })
        .waitFor();
    },
  },
  {
    name: "the settings before connecting",
    route: "/settings",
    person: people.admin,
    async show(visitor) {
      await openTab(visitor, "settings");
      await visitor.app
        .getByRole("button", { name: "Connect", exact: true })
        .waitFor();
    },
  },
  {
    name: "the settings of somebody who is no admin",
    route: "/settings",
    person: member,
    async show(visitor) {
      await openTab(visitor, "settings");
      await visitor.app.getByText("Only administrators").waitFor();
      expect(
        await visitor.app.getByRole("link", { name: "Settings" }).count(),
      ).toBe(0);
    },
  },
  {
    name: "the groups of a lead",
    route: "/groups",
    person: people.lead,
    async show(visitor) {
      await openTab(visitor, "groups");
      await visitor.app
        .getByRole("link", { name: /^Settings of Women/ })
        .waitFor();
    },
  },
  {
    name: "a group's settings",
    route: "/groups/:id",
    person: people.lead,
    async show(visitor) {
      const { app } = visitor;
      await openTab(visitor, "groups");
      await app.getByRole("link", { name: /^Settings of Women/ }).click();
      await app.getByRole("switch", { name: "Confidential" }).waitFor();
      await app
        .getByRole("list", { name: /^Who leads/ })
        .getByText("Megan Bowen (you)")
        .waitFor();
    },
  },
];

export const connectedPages: TabPage[] = [
  {
    name: "the settings while connected",
    route: "/settings",
    person: people.admin,
    async show(visitor) {
      await openTab(visitor, "settings");
      await visitor.app.getByText("Set-up complete.").waitFor();
    },
  },
  {
    name: "the details for IT",
    route: "/settings/it-details",
    person: people.admin,
    async show(visitor) {
      await openTab(visitor, "settings/it-details");
      await visitor.app
        .getByRole("table", { name: "Outgoing requests" })
        .waitFor();
    },
  },
  {
    name: "every group",
    route: "/settings/groups",
    person: people.admin,
    async show(visitor) {
      await openTab(visitor, "settings/groups");
      await visitor.app
        .getByRole("list", { name: "Groups" })
        .getByText("12 people, 1 owner.")
        .waitFor();
    },
  },
  {
    name: "the dialog before disconnecting",
    route: "/settings",
    person: people.admin,
    async show(visitor) {
      await openTab(visitor, "settings");
      await visitor.app.getByRole("button", { name: "Disconnect" }).click();
      await visitor.app
        .getByRole("dialog", { name: "Disconnect the service account?" })
        .waitFor();
    },
  },
  {
    name: "the list with events",
    route: "/",
    person: people.lead,
    async show(visitor, { answered, cancelled }) {
      await openTab(visitor);
      await visitor.app.getByRole("link", { name: answered.title }).waitFor();
      // What is under the mouse can be read as well.
      await visitor.app.getByRole("link", { name: cancelled.title }).hover();
    },
  },
  {
    name: "what somebody has answered",
    route: "/",
    person: member,
    async show(visitor, { answered }) {
      await visitor.open("/app/my-answers");
      await visitor.app
        .getByRole("link", { name: answered.title, exact: true })
        .waitFor();
      await visitor.app.getByText("You: Going").waitFor();
      await visitor.app.getByRole("button", { name: "Past" }).hover();
    },
  },
  {
    name: "a page that does not exist",
    route: "",
    person: member,
    async show(visitor) {
      await openTab(visitor);
      await visitor.app.getByRole("heading", { name: "Events" }).waitFor();
      await goInTab(visitor.page, "/nowhere");
      await visitor.app
        .getByRole("heading", { name: "This page does not exist" })
        .waitFor();
    },
  },
  {
    name: "the insights of a lead",
    route: "/insights",
    person: people.lead,
    async show(visitor) {
      const { app } = visitor;
      await openTab(visitor, "insights");
      const day = (days: number) =>
        new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
      await app.getByLabel("Time").selectOption("From and until a day");
      await app.getByLabel("Until").fill(day(1));
      await app.getByLabel("From").fill(day(-1));
      // Those of next years are planned, and in no such time.
      await app.getByText(/^1 event\. 12 invitations/).waitFor();
      const answers = app.getByRole("table", {
        name: "Invitations and answers by month",
      });
      expect(
        (await answers.getByRole("cell").allTextContents()).slice(0, 4),
      ).toEqual(
        // Going, maybe, can't go, no answer, of the first month with an event.
        ["1", "1", "0", "10"],
      );
    },
  },
  {
    name: "the form with mistakes",
    route: "/events/new",
    person: people.lead,
    async show(visitor) {
      await openTab(visitor, "events/new");
      await eventForm(visitor.app).fill({
        "End time": "00:00",
        "Other people": "not an address,",
      });
      await visitor.app
        .getByRole("button", { name: "Review and send" })
        .click();
      await visitor.app.getByText("Give the event a title.").waitFor();
    },
  },
  {
    name: "the form with its preview",
    route: "/events/new",
    person: people.lead,
    async show(visitor) {
      await openTab(visitor, "events/new");
      const form = eventForm(visitor.app);
      await form.fill({ Title: "Book club", Description: "Bring a book." });
      // Two ways to mean it, none of them taken over.
      await form.inWords.pressSequentially("3/4/2031 3pm");
      await visitor.app
        .getByRole("group", { name: "What was understood" })
        .getByRole("button")
        .nth(1)
        .waitFor();
      await visitor.app.getByRole("button", { name: "Show preview" }).click();
      const { card, invitation } = form.preview;
      await card.getByText("Bring a book.").waitFor();
      await card.getByText("12 of 12 not answered").waitFor();
      await form.fill({ Title: "Film club" });
      await card.getByText("Film club").waitFor();
      await visitor.app
        .getByRole("tab", { name: "Invitation in Outlook" })
        .click();
      await invitation.getByText("Bring a book.").waitFor();
    },
  },
  {
    name: "the form with a link",
    route: "/events/new",
    person: people.lead,
    async show(visitor) {
      await openTab(visitor, "events/new");
      const { description } = eventForm(visitor.app);
      await description.fill("Read more");
      await description.press("ControlOrMeta+A");
      await visitor.app
        .getByRole("button", { name: "Link", exact: true })
        .click();
      await visitor.app.getByRole("textbox", { name: "Address" }).waitFor();
      // The mouse goes where screen readers do not while the popover holds the focus.
      const includeHidden = true;
      await visitor.app
        .getByRole("button", { name: "Bold", includeHidden })
        .hover();
      await visitor.app.getByRole("tooltip", { includeHidden }).waitFor();
    },
  },
  {
    name: "the choice of a time zone",
    route: "/events/new",
    person: people.lead,
    async show(visitor) {
      await openTab(visitor, "events/new");
      const { app } = visitor;
      const zone = app.getByRole("combobox", { name: "Time zone" });
      await zone.click();
      await zone.fill("york");
      await app.getByRole("option", { name: /New York/ }).waitFor();
    },
  },
  {
    name: "the dialog before inviting",
    route: "/events/new",
    person: people.lead,
    async show(visitor) {
      await openTab(visitor, "events/new");
      const form = eventForm(visitor.app);
      await form.fill({
        Title: "Speaking up in meetings",
        Description: "A workshop.\n\nBring one meeting that went wrong.",
        "Start date": "2031-12-10",
        "Start time": "12:30",
        "Other people": "guest@fabrikam.com,",
      });
      await form.review("Send the invitations?");
    },
  },
  {
    name: "an event as its lead",
    route: "/events/:id",
    person: people.lead,
    async show(visitor, { answered }) {
      await openTab(visitor, `events/${answered.id}`);
      const event = eventPage(visitor.app);
      await event.status(/2 going, 1 maybe/).waitFor();
      await event.answers.locator("svg path").first().waitFor();
      await event.timeline.entries.nth(2).waitFor();
      await event.attendee("Adele Vance").hover();
      await visitor.app
        .getByRole("region", { name: "History" })
        .getByRole("listitem")
        .first()
        .waitFor();
    },
  },
  {
    name: "an event as a member",
    route: "/events/:id",
    person: member,
    async show(visitor, { answered }) {
      await openTab(visitor, `events/${answered.id}`);
      const event = eventPage(visitor.app);
      await visitor.app.getByText("You are going.").waitFor();
      await event.answers.locator("svg path").first().waitFor();
    },
  },
  {
    name: "the dialog before a change",
    route: "/events/:id/edit",
    person: people.lead,
    async show(visitor, { answered }) {
      await openTab(visitor, `events/${answered.id}/edit`);
      const form = eventForm(visitor.app);
      await form.fill({ "Start time": "12:30", Location: "Room 5" });
      await form.review("Send the changes?");
    },
  },
  {
    name: "the dialog before cancelling",
    route: "/events/:id",
    person: people.lead,
    async show(visitor, { answered }) {
      await openTab(visitor, `events/${answered.id}`);
      await visitor.app.getByRole("button", { name: "Cancel event" }).click();
      await visitor.app
        .getByRole("button", { name: /^Cancel event and send/ })
        .waitFor();
    },
  },
  {
    name: "a cancelled event",
    route: "/events/:id",
    person: member,
    async show(visitor, { cancelled }) {
      await openTab(visitor, `events/${cancelled.id}`);
      await eventPage(visitor.app).status("This event is cancelled.").waitFor();
    },
  },
];
