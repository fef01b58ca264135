import {
  formatStoppedId,
  parseStoppedId,
  type StoppedRef,
} from "./stopped-id.ts";

const id = "11111111-1111-4111-8111-111111111111";

describe("the id of stopped work", () => {
  it("is read as it was written, and fits into an address", () => {
    const refs: StoppedRef[] = [
      { kind: "job", id },
      { kind: "event", eventId: id },
      { kind: "card", eventId: id, channelId: "19:ab.c/d?é@thread.tacv2" },
    ];
    for (const ref of refs) {
      const text = formatStoppedId(ref);
      expect(text).toMatch(/^[\w.-]+$/);
      expect(parseStoppedId(text)).toEqual(ref);
    }
  });

  it("is nothing else", () => {
    for (const text of [
      "",
      "job",
      "job.1",
      `job.${id}.MTk`,
      `event.${id}.MTk`,
      `card.${id}`,
      `card.${id}.MTk.MTk`,
      `people.${id}`,
    ])
      expect(parseStoppedId(text)).toBeNull();
  });
});
