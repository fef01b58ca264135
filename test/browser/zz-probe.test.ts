import { openWorld, people } from "../harness/world.ts";
import { openBrowserSession } from "./browser-session.ts";
it("probe", async () => {
  const world = await openWorld();
  const session = await openBrowserSession(world.simulator.pagesUrl);
  await world.groupId("Women at Contoso", people.lead);
  const v = await session.visit(people.lead);
  await v.open("/app");
  await v.app.getByRole("heading", { name: "Nothing is planned yet" }).waitFor();
  const f = v.page.frames()[1]!;
  console.log(await f.evaluate(() => ({
    rm: matchMedia("(prefers-reduced-motion: reduce)").matches,
    el: [...document.querySelectorAll(".___1bjt1as")].map(e => e.outerHTML.slice(0,400)),
    tr: [...document.querySelectorAll("*")].map(e => [e.tagName, getComputedStyle(e).transitionDuration, getComputedStyle(e).transitionProperty].join(" ")).filter(x => !x.includes("0s all")),
  })));
  await session.close(); await world.close();
}, 60000);
