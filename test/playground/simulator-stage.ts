import { openWorld } from "../harness/world.ts";
import { team, type Stage } from "./stage.ts";

/** The flow in our own simulator of Teams. */
export async function openSimulatorStage(): Promise<Stage> {
  const world = await openWorld();
  const { simulator } = world;
  const found = simulator.world.teams.find(({ name }) => name === team.name);
  if (!found) throw new Error(`There is no team ${team.name}.`);
  simulator.addMember({ team: team.name, person: team.newcomer });
  const chat = { conversation: { personal: team.lead }, person: team.lead };
  return {
    world,
    channelId: found.id,
    addAppToTeam: async () => {
      simulator.installApp({
        teamId: found.id,
        personId: found.ownerIds[0] ?? "",
      });
      await simulator.settled();
    },
    channelCard: (text) => {
      const message = simulator
        .messages({ conversation: found.id })
        .find(({ cards }) => JSON.stringify(cards).includes(text));
      const [card] = message?.cards ?? [];
      return message && card && { messageId: message.id, card };
    },
    press: async ({ person, shown, button }) => {
      const answer = await simulator.execute({
        conversation: found.id,
        person,
        messageId: shown.messageId,
        title: button,
      });
      if (answer.kind !== "card") throw new Error(answer.text);
      return answer.card;
    },
    installPersonally: async () => {
      simulator.installPersonally(team.lead);
      await simulator.settled();
    },
    ask: async (text) => {
      simulator.say({ ...chat, text });
      await simulator.settled();
    },
    privateCards: () => simulator.messages(chat).flatMap(({ cards }) => cards),
    close: () => world.close(),
  };
}
