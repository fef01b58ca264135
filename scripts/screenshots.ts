import { join, resolve } from "node:path";
import type { ServiceAccountView } from "../bot/contract/accounts.ts";
import { openChannel } from "../test/harness/channel.ts";
import { waitFor } from "../test/harness/wait-for.ts";
import { people } from "../test/harness/world.ts";
import {
  firstDayPictures,
  waitingPictures,
} from "./screenshots/before-connecting.ts";
import { attendancePictures } from "./screenshots/attendance-pictures.ts";
import { takePictures, type Camera } from "./screenshots/camera.ts";
import { connectByHand } from "./screenshots/connect-by-hand.ts";
import { holdEvents } from "./screenshots/held-events.ts";
import { simulatorPictures } from "./screenshots/simulator-pictures.ts";
import { openStage } from "./screenshots/stage.ts";
import { onDay, playStory, schedule } from "./screenshots/story.ts";
import { tabPictures } from "./screenshots/tab-pictures.ts";

/**
 * Takes pictures of every page in every theme, to be looked at, and renews the few in docs/images.
 * `npm run screenshots -- <folder>` says where the others go; .cache/screenshots otherwise. `-- <folder> <name>` takes
 * only those whose name begins so.
 */
const root = join(import.meta.dirname, "..");
const startedAt = performance.now();
const stage = await openStage(join(root, ".cache", "screenshots-stage"));
try {
  const { world, browser } = stage;
  const camera: Camera = {
    browser,
    pagesUrl: world.simulator.pagesUrl,
    reviewFolder: resolve(process.argv[2] ?? join(root, ".cache/screenshots")),
    guideFolder: join(root, "docs", "images"),
    only: process.argv[3] ?? "",
  };
  const channel = await openChannel(world);
  await takePictures(camera, firstDayPictures);
  const lunch = await schedule(
    world,
    {
      groupId: channel.groupId,
      title: "Lunch and learn: salary negotiation",
      description:
        "Bring your lunch. Lidia tells how she prepares for a talk about pay.\n\nQuestions beforehand are welcome.",
      start: onDay(8, "12:00"),
      end: onDay(8, "13:00"),
      location: "Room 4",
      channelIds: [channel.id],
    },
    { until: "scheduling" },
  );
  await takePictures(camera, waitingPictures(lunch));
  await connectByHand(camera, world);
  const story = await playStory(world, channel, lunch);
  const held = await holdEvents(world, channel);
  // The story took the account's licence away for a while, and what was found out then stands until the next check.
  await waitFor("the account to be as connected", async () => {
    const { body } = await world
      .as(people.admin)
      .send<ServiceAccountView>("POST", "/api/accounts/check");
    return body.setUpComplete;
  });
  await takePictures(camera, [
    ...tabPictures(story),
    ...attendancePictures(held),
    ...simulatorPictures(story, world.product().url),
  ]);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(`Pictures taken in ${seconds} s: ${camera.reviewFolder}`);
} finally {
  await stage.close();
}
