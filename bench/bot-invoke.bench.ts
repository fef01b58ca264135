import { figure, median, type Bench } from "./figure.ts";
import { openBots } from "./open-bots.ts";
import { pressFor } from "./press.ts";

const rounds = 5;
const pressesARound = 1500;
const warmUp = 800;

/**
 * RSVP actions a second through the cloud adapter with authentication: each is recorded in a transaction
 * and answered with the reader's own fresh card. The bound is a bot that authenticates in the same way and
 * only answers; both are pressed by the same client in turn.
 */
export const bench: Bench = {
  names: ["bot.invoke"],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    const bots = await openBots(opened);
    const results = { product: [] as number[], echo: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      say(round === 0 ? "warming up" : `round ${round} of ${rounds}`);
      const count = round === 0 ? warmUp : pressesARound;
      const product = await pressFor({ ...bots.product, count });
      const echo = await pressFor({ ...bots.echo, count });
      if (round === 0) continue;
      results.product.push(product);
      results.echo.push(echo);
    }
    return [
      figure({
        name: "bot.invoke",
        value: median(results.product),
        unit: "actions/s",
        limit: median(results.echo),
      }),
    ];
  },
};
