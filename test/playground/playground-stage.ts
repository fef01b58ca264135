import {
  openPlayground,
  type PlaygroundPerson,
  type PlaygroundWorld,
} from "../harness/playground.ts";
import { openGateway } from "../harness/playground-gateway.ts";
import { openWorld, type World } from "../harness/world.ts";
import { findButton, team, type Stage } from "./stage.ts";

/**
 * The flow in the Agents Playground. The simulator stays Entra, Graph and Outlook, in which the
 * playground's people have their mailboxes; Teams is the playground's.
 */
export async function openPlaygroundStage(): Promise<Stage> {
  const world = await openWorld();
  const gateway = await openGateway(world.simulator);
  const given = playgroundWorld(world);
  const playground = await openPlayground({
    world: given,
    botUrl: gateway.url,
  }).catch(async (error: unknown) => {
    await gateway.close();
    await world.close();
    throw error;
  });
  const channelId = given.team.id;
  const messagesIn = (conversationId: string) =>
    playground
      .messages()
      .filter((message) => message.conversationId === conversationId);
  return {
    world,
    channelId,
    addAppToTeam: () => playground.install("team"),
    channelCard: (text) => {
      const message = messagesIn(channelId).find(({ cards }) =>
        JSON.stringify(cards).includes(text),
      );
      const [card] = message?.cards ?? [];
      return message && card && { messageId: message.id, card };
    },
    press: async ({ person, shown, button }) => {
      const message = messagesIn(channelId).find(
        ({ id }) => id === shown.messageId,
      );
      const sender = [given.currentUser, ...given.users].find(
        ({ email }) => email === person,
      );
      if (!message || !sender) throw new Error(`${person} cannot press that.`);
      const answer = await playground.execute({
        person: sender,
        message,
        action: findButton(shown.card, button),
      });
      if (answer.type !== "application/vnd.microsoft.card.adaptive")
        throw new Error(`The answer is no card: ${JSON.stringify(answer)}`);
      // By its declared type.
      return answer.value as object;
    },
    installPersonally: () => playground.install("personal"),
    ask: (text) => playground.say(text),
    privateCards: () =>
      messagesIn(playground.personalChatId).flatMap(({ cards }) => cards),
    close: async () => {
      await playground.close();
      await gateway.close();
      await world.close();
    },
  };
}

/** The simulator's people and team under their own names, so that both clients show the same. */
function playgroundWorld({ simulator }: World): PlaygroundWorld {
  const found = simulator.world.teams.find(({ name }) => name === team.name);
  if (!found) throw new Error(`There is no team ${team.name}.`);
  const people = simulator.world.people
    .filter(
      ({ id, mail }) => found.memberIds.includes(id) || mail === team.newcomer,
    )
    .map(({ mail, upn, id, displayName }): PlaygroundPerson => {
      const [givenName = "", surname = ""] = displayName.split(" ");
      const { from } = simulator.activityFrom({
        conversation: { personal: mail },
        person: mail,
      });
      return {
        // The id by which Teams knows the person.
        id: (from as { id: string }).id,
        name: displayName,
        userPrincipleName: upn,
        aadObjectId: id,
        givenName,
        surname,
        email: mail,
      };
    });
  const currentUser = people.find(({ email }) => email === team.lead);
  if (!currentUser) throw new Error(`${team.lead} is not in the team.`);
  const environment = simulator.environment();
  return {
    tenantId: environment["BOT_TENANT_ID"] ?? "",
    bot: { id: `28:${environment["BOT_ID"]}`, name: "ERG Events" },
    currentUser,
    users: people.filter((person) => person !== currentUser),
    team: {
      id: found.id,
      name: found.name,
      aadGroupId: found.groupId,
      channels: found.channels
        .filter(({ id }) => id !== found.id)
        .map(({ id, name }) => ({ id, name })),
    },
  };
}
