import type { FrameLocator, Locator } from "playwright-core";

/** One event in the tab. */
export function eventPage(app: FrameLocator) {
  const answers = app.getByRole("region", { name: "Answers", exact: true });
  return {
    answers,
    heading: (title: string) =>
      app.getByRole("heading", { level: 1, name: title }),
    /** Where the event stands, or how many come: a sentence that screen readers hear change. */
    status: (sentence: string | RegExp) =>
      app.getByRole("status").filter({ hasText: sentence }),
    progress: app.getByRole("progressbar", { name: "Invitations sent" }),
    /** Stops what waits to be sent. */
    stop: app.getByRole("button", { name: "Stop", exact: true }),
    tryAgain: app.getByRole("button", { name: "Try again" }),
    joinLink: app.getByRole("link", { name: "Join the Teams meeting" }),
    /** The numbers beside and in the chart, which screen readers pass over. */
    chartNumbers: async () => ({
      inRing: await answers.locator("[inert]").innerText(),
      legend: await legendOf(answers),
    }),
    attendee: (name: string) =>
      app
        .getByRole("table", { name: "Attendees" })
        .getByRole("row")
        .filter({ hasText: name }),
    timeline: timelineOf(app),
    /** Where the card of a channel stands. */
    card: (channel: string) =>
      app
        .getByRole("region", { name: "Cards" })
        .getByRole("listitem")
        .filter({ hasText: channel }),
    /** Leads the reader to the invitation, as long as their Outlook does not know their answer. */
    answerInOutlook: app.getByRole("link", { name: "Answer in Outlook, too" }),
    answer: (label: string) =>
      app
        .getByRole("group", { name: "Your answer" })
        .getByRole("button", { name: label, exact: true }),
  };
}

/** The answers as they came, for leads. */
function timelineOf(app: FrameLocator) {
  const region = app.getByRole("region", { name: "Answers as they came" });
  return {
    region,
    entries: region.getByRole("listitem"),
    /** What screen readers hear of new answers. */
    news: region.getByRole("status"),
    filter: region.getByRole("combobox", { name: "Show" }),
    showMore: region.getByRole("button", { name: "Show more answers" }),
    atEnd: region.getByRole("button", { name: "These are all answers" }),
  };
}

async function legendOf(answers: Locator): Promise<string[]> {
  const text = await answers.innerText();
  return [
    ...text.matchAll(/^(\d+)\s+(Going|Maybe|Can't go|Not answered)$/gm),
  ].map(([, count, label]) => `${count} ${label}`);
}
