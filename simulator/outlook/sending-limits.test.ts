import { graphClientFor, newEvent } from "../testing/graph-client.ts";
import {
  startTestSimulator,
  testClock,
} from "../testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";

describe("30 messages a minute", () => {
  it("makes those beyond arrive in the next minute", async () => {
    const clock = testClock();
    const simulator = await startTestSimulator({ clock });
    simulator.changeSettings({ messageRate: "30PerMinute" });
    const client = await graphClientFor(simulator);
    for (let n = 0; n < 31; n += 1) {
      await client.api("/me/events").post(newEvent([megan]));
    }
    expect(simulator.mailbox(megan).mails).toHaveLength(30);
    clock.forward({ minutes: 1 });
    expect(simulator.mailbox(megan).mails).toHaveLength(31);
    await simulator.close();
  });
});

describe("recipients of a day", () => {
  it("are counted over 24 hours, a distribution list as one", async () => {
    const clock = testClock();
    const simulator = await startTestSimulator({ clock });
    simulator.changeSettings({ recipientsPerDay: 2 });
    const client = await graphClientFor(simulator);
    const invite = () =>
      client.api("/me/events").post(newEvent(["all@contoso.com", megan]));
    await invite();
    await expect(invite()).rejects.toMatchObject({ statusCode: 400 });
    clock.forward({ hours: 25 });
    const fresh = await graphClientFor(simulator);
    await fresh.api("/me/events").post(newEvent([megan]));
    expect(simulator.mailbox(megan).mails).toHaveLength(2);
    await simulator.close();
  });
});
