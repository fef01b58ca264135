import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { attendancePeopleSchema } from "../../bot/contract/attendance.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { stoppedWorkNews } from "../../bot/src/accounts/admins/admin-news.ts";
import { tabLink } from "../../bot/src/cards/render/card-links.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { endEvent } from "../harness/move-event.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";
import {
  openBrowserSession,
  type BrowserSession,
  type Visitor,
} from "./browser-session.ts";
import { violationsIn } from "./look-at-page.ts";
import {
  channelPath,
  conversationPage,
  eventCardIn,
} from "./pages/channel-page.ts";
import { eventPage } from "./pages/event-page.ts";
import { outlookPage } from "./pages/outlook-page.ts";
import { confidentialLead, member } from "./tab-pages.ts";

const others = [
  "LynneR@contoso.com",
  "PattiF@contoso.com",
  "JohannaL@contoso.com",
] as const;
/** In no group. */
const stranger = "AllanD@contoso.com";

/** A place where the product makes a link into the tab. */
interface Place {
  name: string;
  /** The file of bot/src that makes it. */
  madeBy: string;
  /** The page that it opens, as the tab's deep links name it. */
  page: () => string;
  /** Finds the link where people find it. */
  link: () => Promise<string> | string;
}

describe("links into the tab", () => {
  let world: World;
  let session: BrowserSession;
  let channel: TestChannel;
  let event: EventDetail;
  let past: EventDetail;
  /** Of a confidential group. */
  let secret: EventDetail;
  /** A team that gets the app while the account is connected. */
  let newTeam: { id: string; ownerId: string };

  beforeAll(async () => {
    world = await openWorld();
    const { simulator } = world;
    const free = simulator.world.teams.find(
      ({ installedById }) => installedById === null,
    );
    newTeam = { id: free?.id ?? "", ownerId: free?.ownerIds[0] ?? "" };
    const start = Promise.all([
      openBrowserSession(simulator.pagesUrl),
      world.connectAccount(),
    ]);
    channel = await openChannel(world);
    [session] = await start;
    for (const person of [people.admin, member, ...others])
      simulator.installPersonally(person);
    simulator.installApp({
      teamId: newTeam.id,
      personId: newTeam.ownerId,
    });
    [event, past] = await Promise.all([
      channel.schedule("Lunch and learn"),
      channel.schedule("Book club"),
    ]);
    const quiet = await world.groupId("Pride Network", confidentialLead);
    const lee = world.as(confidentialLead);
    await lee.send("PUT", `/api/groups/${quiet}`, { confidential: true });
    const scheduled = await lee.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(quiet, { title: "Quiet lunch" }),
    );
    secret = scheduled.body;
    await Promise.all([endEvent(world, past.id), untilIdle(world)]);
  });
  afterAll(async () => {
    await session.close();
    await world.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  const appId = () => world.simulator.environment()["TEAMS_APP_ID"] ?? "";
  const linkTo = (page: string) =>
    `https://teams.microsoft.com/l/entity/${appId()}/events?context=${encodeURIComponent(JSON.stringify({ subEntityId: page }))}`;

  type Conversation = string | { personal: string };
  const fromBot = (conversation: Conversation) =>
    world.simulator
      .messages({ conversation })
      .filter(({ from }) => from.kind === "bot");
  /** The link of this button on a message of the bot's that holds this text. */
  const buttonOn = (conversation: Conversation, text: string, title: string) =>
    waitFor(`“${title}” on “${text}”`, () => {
      const message = fromBot(conversation).find(({ cards }) =>
        JSON.stringify(cards).includes(text),
      );
      return linkIn(message?.cards, title);
    });
  /** The same, on what the bot answers to a question. */
  const answered = (person: string, question: string, title: string) => {
    const conversation = { personal: person };
    const before = fromBot(conversation).length;
    world.simulator.say({ conversation, person, text: question });
    return waitFor(`an answer to “${question}”`, () =>
      linkIn(fromBot(conversation)[before]?.cards, title),
    );
  };
  const pageOf = (shown: () => EventDetail) => () => `events/${shown().id}`;

  const places: Place[] = [
    {
      name: "the greeting of a team, while nothing can be sent",
      madeBy: "groups/welcome-group.ts",
      page: () => "settings",
      link: () =>
        buttonOn(channel.id, "ERG Events is here", "Open the settings"),
    },
    {
      name: "the greeting of a team",
      madeBy: "groups/welcome-group.ts",
      page: () => "events/new",
      link: () =>
        buttonOn(newTeam.id, "ERG Events is here", "Schedule an event"),
    },
    {
      name: "the greeting of somebody",
      madeBy: "teams/follow-personal.ts",
      page: () => "",
      link: () =>
        buttonOn(
          { personal: member },
          "Welcome to ERG Events",
          "Open the Events tab",
        ),
    },
    {
      name: "an event's card in a channel",
      madeBy: "cards/publish-card.ts",
      page: pageOf(() => event),
      link: () => linkIn(channel.cardOf(event.title).cards, "Details"),
    },
    {
      name: "an event's card as one reader has it",
      madeBy: "teams/card-actions.ts",
      page: pageOf(() => event),
      async link() {
        const view = await world.simulator.viewMessage({
          conversation: channel.id,
          person: member,
          messageId: channel.cardOf(event.title).id,
        });
        expect(JSON.stringify(view)).toContain("You have not answered yet.");
        return linkIn(view, "Details");
      },
    },
    {
      name: "what is on, asked of the bot",
      madeBy: "teams/chat-answers.ts",
      page: () => "",
      link: () => answered(member, "upcoming events", "All events"),
    },
    {
      name: "one's own answers, asked of the bot",
      madeBy: "teams/chat-answers.ts",
      page: () => "",
      link: () => answered(others[0], "my answers", "All events"),
    },
    {
      name: "what the bot can be asked",
      madeBy: "teams/chat.ts",
      page: () => "",
      link: () => answered(others[1], "help", "Open the Events tab"),
    },
    {
      name: "who comes, asked of the bot",
      madeBy: "teams/chat.ts",
      page: pageOf(() => event),
      link: () => answered(others[2], "tally", "Details"),
    },
    {
      name: "a thank-you in a channel",
      madeBy: "attendance/thanks/thank-channel.ts",
      page: pageOf(() => past),
      async link() {
        const lead = world.as(people.lead);
        const path = `/api/events/${past.id}/attendance`;
        const { body } = await lead.send("GET", `${path}/people`);
        for (const { key } of attendancePeopleSchema.parse(body).people)
          await lead.send("PUT", `${path}/room`, { key, inRoom: true });
        const { status } = await lead.send("POST", `${path}/thanks`);
        expect(status).toBe(200);
        return buttonOn(channel.id, "Thank you", "Details");
      },
    },
    {
      name: "news of the connection for admins",
      madeBy: "accounts/admins/tell-admins.ts",
      page: () => "settings",
      async link() {
        const { simulator } = world;
        await world.as(people.admin).me();
        simulator.changeSettings({ serviceAccountMailbox: "missing" });
        await world.as(people.admin).send("POST", "/api/accounts/check");
        const link = await buttonOn(
          { personal: people.admin },
          "Invitations cannot go out",
          "Open Settings",
        );
        simulator.changeSettings({ serviceAccountMailbox: "ok" });
        await world.as(people.admin).send("POST", "/api/accounts/check");
        return link;
      },
    },
    {
      name: "news of stopped work for admins",
      madeBy: "accounts/admins/tell-admins.ts",
      page: () => "settings/stopped-work",
      link() {
        const at = new Date();
        const news = stoppedWorkNews({ count: 1, newestAt: at }, null, at);
        const bases = {
          teamsUrl: "https://teams.microsoft.com",
          outlookWebUrl: "",
          teamsAppId: appId(),
        };
        return tabLink(bases, news?.message?.page ?? "") ?? "";
      },
    },
    {
      name: "an invitation",
      madeBy: "events/wave-content.ts",
      page: pageOf(() => event),
      link() {
        const [mail] = world.simulator
          .mailbox(member)
          .mails.filter(({ subject }) => subject.includes(event.title));
        const href = /<a href="([^"]+)">Open this event in Teams</.exec(
          mail?.bodyHtml ?? "",
        )?.[1];
        return (href ?? "").replaceAll("&amp;", "&");
      },
    },
    {
      name: "a file for calendars",
      madeBy: "events/calendar-file/download-calendar-file.ts",
      page: pageOf(() => event),
      async link() {
        const file = await fetch(
          `${world.product().url}/api/events/${event.id}/calendar.ics`,
          {
            headers: {
              authorization: `Bearer ${await world.simulator.ssoToken(member)}`,
            },
          },
        );
        const lines = (await file.text()).replaceAll("\r\n ", "");
        return /^URL:(.*)\r$/m.exec(lines)?.[1] ?? "";
      },
    },
  ];
  /** Draws the card in a form's preview, where nothing can be pressed. */
  const pictures = ["events/show-appearance.ts"];

  it("are made in no place but those that are followed here", async () => {
    const folder = join(import.meta.dirname, "../../bot/src");
    const making = new Set<string>();
    for await (const file of glob("**/*.ts", { cwd: folder })) {
      if (/\.test\.ts$|card-links\.ts$/.test(file)) continue;
      const text = await readFile(join(folder, file), "utf8");
      if (/\b(tabLink|eventLinks)\(/.test(text))
        making.add(file.replaceAll("\\", "/"));
    }
    const known = [...places.map(({ madeBy }) => madeBy), ...pictures];
    expect([...making].toSorted()).toEqual([...new Set(known)].toSorted());
  });

  it.each(places)("lead from $name to their page", async ({ page, link }) => {
    expect(await link()).toBe(linkTo(page()));
  });

  /** Page, who follows the link, and what they find. */
  const followers: [
    () => string,
    string,
    (visitor: Visitor) => Promise<void>,
  ][] = [
    [
      () => `events/${event.id}`,
      people.lead,
      ({ app }) => app.getByRole("button", { name: "Cancel event" }).waitFor(),
    ],
    [
      () => `events/${event.id}`,
      member,
      ({ app }) => eventPage(app).answer("Going").waitFor(),
    ],
    // Events of groups that are not confidential are no secret.
    [
      () => `events/${event.id}`,
      stranger,
      saysHonestly("Lunch and learn", "Women at Contoso"),
    ],
    [
      () => `events/${secret.id}`,
      stranger,
      saysHonestly(
        "This event cannot be shown",
        "There is no such event, or you cannot see it.",
      ),
    ],
    [
      () => `events/${secret.id}/edit`,
      stranger,
      saysHonestly(
        "Edit event",
        "There is no such event, or you cannot see it.",
      ),
    ],
    [
      () => `events/${event.id}/edit`,
      member,
      saysHonestly("Edit event", "This event cannot be changed by you"),
    ],
    [
      () => "",
      member,
      ({ app }) =>
        app
          .getByRole("link", { name: "Lunch and learn", exact: true })
          .waitFor(),
    ],
    [
      () => "events/new",
      people.lead,
      ({ app }) =>
        app.getByRole("button", { name: "Review and send" }).waitFor(),
    ],
    [
      () => "events/new",
      member,
      saysHonestly(
        "Schedule event",
        "Only the leads of a group schedule its events.",
      ),
    ],
    [
      () => "settings",
      people.admin,
      saysHonestly("Microsoft Calendar", "Connected."),
    ],
    [
      () => "settings",
      people.lead,
      saysHonestly("Settings", "Only administrators of ERG Events"),
    ],
    [
      () => "settings/stopped-work",
      people.admin,
      saysHonestly("Stopped work", "Nothing has stopped."),
    ],
    [
      () => "settings/stopped-work",
      member,
      saysHonestly("Settings", "Only administrators of ERG Events"),
    ],
    [
      () => `groups/${channel.groupId}`,
      stranger,
      saysHonestly("This group cannot be shown", "You are not in it"),
    ],
  ];

  it("open the personal tab for those who may see the page, and say honestly to others that they may not", async () => {
    const visitors = new Map<string, Visitor>();
    for (const [page, person, finds] of followers) {
      const visitor =
        visitors.get(person) ?? (await session.visitAgain(person));
      visitors.set(person, visitor);
      await follow(visitor, linkTo(page()));
      await finds(visitor);
      const address = new URL(visitor.page.url());
      expect(address.pathname).toBe("/app/events");
    }
    for (const { page } of visitors.values()) await page.close();
    // Who may not see an event is answered with 404.
    expect(session.takeComplaints().join()).toMatch(
      /^[^,]*404[^,]*(,[^,]*404[^,]*)*$/,
    );
  });

  it("are followed by a click on the card in a channel", async () => {
    const visitor = await session.visitAgain(member);
    await visitor.open(channelPath(world, "Women at Contoso", "General"));
    const posts = conversationPage(visitor.page);
    await eventCardIn(posts, event.title).details.click();
    await eventPage(visitor.app).heading(event.title).waitFor();
    await visitor.page.close();
  });

  it("are followed by a click in an invitation", async () => {
    const visitor = await session.visitAgain(member);
    await visitor.open("/outlook");
    await outlookPage(visitor.page).openNewest(event.title);
    await visitor.page
      .getByRole("link", { name: "Open this event in Teams" })
      .click();
    await eventPage(visitor.app).heading(event.title).waitFor();
    await visitor.page.close();
  });

  it("open their page once somebody has signed in to Teams", async () => {
    const { page, app } = await session.visitAgain(member);
    const { pathname, search } = new URL(linkTo(`events/${event.id}`));
    await page.goto(`${world.simulator.pagesUrl}${pathname}${search}`);
    await page.getByRole("heading", { name: "Who are you?" }).waitFor();
    await page.getByRole("button", { name: "Adele Vance" }).click();
    await eventPage(app).answer("Going").waitFor();
    await page.close();
  });

  it("open their page once Teams signs the reader in to the app, and say so while it does not", async () => {
    const visitor = await session.visitAgain(member);
    const { page, app } = visitor;
    await page.route("**/sso-token", (route) =>
      route.fulfill({ status: 500, body: "{}" }),
    );
    await follow(visitor, linkTo(`events/${event.id}`));
    await app.getByText("Teams could not sign you in.").waitFor();
    expect(session.takeComplaints().join()).toContain("500");
    await page.unroute("**/sso-token");
    await app.getByRole("button", { name: "Try again" }).click();
    await eventPage(app).answer("Going").waitFor();
    await page.close();
  });

  it("are what a browser outside Teams offers in place of its page", async () => {
    const { page } = await session.visitAgain(member);
    await page.goto(`${world.product().url}/events/${event.id}`);
    const link = page.getByRole("link", { name: "Open this page in Teams" });
    expect(await link.getAttribute("href")).toBe(linkTo(`events/${event.id}`));
    expect(await violationsIn(page.mainFrame())).toEqual([]);
    await page.close();
  });

  /** As Teams opens it in a browser: the simulated one has the same paths. */
  function follow(visitor: Visitor, link: string): Promise<void> {
    const { pathname, searchParams } = new URL(link);
    return visitor.open(pathname, Object.fromEntries(searchParams));
  }

  function saysHonestly(heading: string, sentence: string) {
    return async ({ app }: Visitor) => {
      await app.getByRole("heading", { level: 1, name: heading }).waitFor();
      await app.getByText(sentence).first().waitFor();
    };
  }
});

/** The address of the button of this title, wherever it is on a card; empty: there is none. */
function linkIn(card: unknown, title: string): string {
  if (typeof card !== "object" || card === null) return "";
  if ("url" in card && "title" in card && card.title === title)
    return String(card.url);
  for (const part of Object.values(card)) {
    const link = linkIn(part, title);
    if (link !== "") return link;
  }
  return "";
}
