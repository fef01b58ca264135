import {
  adaptiveCard,
  execute,
  heading,
  openUrl,
  ownText,
  type AdaptiveCard,
  type CardElement,
} from "./adaptive-card.ts";

const commands: [string, string][] = [
  ["upcoming events", "what is on, soonest first"],
  ["my answers", "what you have said to your invitations"],
  ["tally", "who is coming to the next event, in numbers"],
  ["tally lunch", "the same for the event that has “lunch” in its title"],
  ["help", "this list"],
];

function commandList(): CardElement {
  return {
    type: "FactSet",
    facts: commands.map(([title, value]) => ({ title, value })),
  };
}

/**
 * What the bot understands.
 *
 * @param understood false: an answer to something that it did not understand
 * @param canPress whether the buttons, which answer one reader, fit the place
 */
export function helpCard(given: {
  understood: boolean;
  canPress: boolean;
  allEvents: string | null;
}): AdaptiveCard {
  return adaptiveCard({
    fallbackText: "Ask for upcoming events, my answers, or tally.",
    body: [
      heading(
        given.understood
          ? "What you can ask"
          : "I did not understand that. You can ask:",
      ),
      commandList(),
    ],
    actions: [
      ...(given.canPress
        ? [
            execute("Upcoming events", { verb: "chat.upcoming" }),
            execute("My answers", { verb: "chat.myAnswers" }),
          ]
        : []),
      ...(given.allEvents === null
        ? []
        : [openUrl("Open the Events tab", given.allEvents)]),
    ],
  });
}

/** Greets a person who has just got the app. */
export function personalWelcomeCard(allEvents: string | null): AdaptiveCard {
  return adaptiveCard({
    fallbackText: "Welcome to ERG Events.",
    body: [
      heading("Welcome to ERG Events"),
      ownText(
        "Here you see the events of your employee resource groups, answer your invitations, and schedule events where you lead a group.",
      ),
      ownText("You can also ask me:"),
      commandList(),
    ],
    actions: [
      execute("Upcoming events", { verb: "chat.upcoming" }),
      ...(allEvents === null
        ? []
        : [openUrl("Open the Events tab", allEvents)]),
    ],
  });
}

/** Greets a team that has just got the app, and says what comes next. It stays as it is: what it says must stay true. */
export function teamWelcomeCard(given: {
  /** The service account is connected, so that invitations go out at once. */
  canSend: boolean;
  schedule: string | null;
  settings: string | null;
}): AdaptiveCard {
  return adaptiveCard({
    fallbackText: "ERG Events is here: schedule this group’s events in Teams.",
    body: [
      heading("ERG Events is here"),
      ownText(
        "This team is now a group. Its leads schedule events; everybody gets an Outlook invitation with a Teams meeting, and a card in the channel shows who is coming.",
      ),
      ownText(
        `Next step: a lead schedules the first event. Whoever added the app leads the group.${
          given.canSend
            ? ""
            : " Invitations go out as soon as an administrator has connected the service account in the app’s settings."
        }`,
        { weight: "Bolder" },
      ),
    ],
    actions: [
      ...(given.schedule === null
        ? []
        : [openUrl("Schedule an event", given.schedule)]),
      ...(given.settings === null || given.canSend
        ? []
        : [openUrl("Open the settings", given.settings)]),
    ],
  });
}
