import { openChannel } from "../harness/channel.ts";
import { openWorld, people } from "../harness/world.ts";
import { openBrowserSession } from "./browser-session.ts";
import { closedGate } from "../harness/gate.ts";
import { eventPage } from "./pages/event-page.ts";

it("keeps what the stream told when an older reading of the event arrives late", async () => {
  const outlook = closedGate(
    ({ service, method, path, point }) =>
      service === "graph" &&
      method !== "GET" &&
      path.includes("/me/events/") &&
      point === "received",
  );
  const world = await openWorld({
    simulator: { intercept: outlook.intercept },
  });
  const session = await openBrowserSession(world.simulator.pagesUrl);
  try {
    await world.connectAccount();
    const { id } = await (await openChannel(world)).schedule("Lunch and learn");
    const megan = await session.visit(people.lead);
    const event = eventPage(megan.app);
    await megan.open("/app", { subPageId: `events/${id}` });
    await event.status("Scheduled.").waitFor();
    const read = Promise.withResolvers<void>();
    const late = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    await megan.page.route(`**/api/events/${id}`, async (route) => {
      const response = await route.fetch();
      read.resolve();
      await late.promise;
      await route.fulfill({ response }).catch(() => undefined);
      arrived.resolve();
    });
    await megan.page.route(`**/api/events/${id}/cancel`, async (route) => {
      const response = await route.fetch();
      await read.promise;
      await route.fulfill({ response });
    });
    await megan.app.getByRole("button", { name: "Cancel event" }).click();
    const dialog = megan.app.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Cancel event and/ }).click();
    await dialog.waitFor({ state: "detached" });
    outlook.open();
    await event.status("This event is cancelled.").waitFor();
    late.resolve();
    await arrived.promise;
    await megan.app
      .getByText("Sending the cancellations.")
      .waitFor({ timeout: 2000 })
      .catch(() => undefined);
    await event.status("This event is cancelled.").waitFor({ timeout: 3000 });
  } finally {
    outlook.open();
    await session.close();
    await world.close();
  }
}, 60_000);
