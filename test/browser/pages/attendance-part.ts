import type { FrameLocator } from "playwright-core";

/** Who came, on the event's page. */
export function attendancePart(app: FrameLocator) {
  const region = app.getByRole("region", { name: "Attendance" });
  const people = region.getByRole("table", { name: "Attendance" });
  return {
    region,
    /** What screen readers hear change: where the reading stands, the numbers, the thanks. */
    status: (sentence: string | RegExp) =>
      region.getByRole("status").filter({ hasText: sentence }),
    /** The chart as whoever hears it has it: answer, came, did not come. */
    chart: async () => {
      const rows = region
        .getByRole("table", { name: "Who came, by answer" })
        .getByRole("row");
      const texts = await rows.allInnerTexts();
      return texts
        .slice(1)
        .map((text) =>
          text.split(/\s*[\t\n]\s*/).filter((cell) => cell !== ""),
        );
    },
    person: (name: string) => people.getByRole("row").filter({ hasText: name }),
    people: people.getByRole("row"),
    tick: (name: string) =>
      people.getByRole("checkbox", { name: `${name}: in the room` }),
    filter: region.getByRole("combobox", { name: "Show" }),
    search: region.getByRole("searchbox", { name: "Find somebody" }),
    skip: region.getByRole("button", { name: "Skip the list" }),
    showMore: region.getByRole("button", { name: "Show more" }),
    add: region.getByRole("button", {
      name: "Add somebody who was in the room",
    }),
    thank: region.getByRole("button", { name: "Thank people in the channels" }),
    download: region.getByRole("button", { name: "Download list (CSV)" }),
    dialog: app.getByRole("dialog"),
  };
}
