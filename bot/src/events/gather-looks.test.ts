import { waitFor } from "../../../test/harness/wait-for.ts";
import { gatherLooks, gatherMsAfter } from "./gather-looks.ts";

describe("changes of an event that people watch", () => {
  it("are shown at once where nothing was for a while and the event is read in a moment", () => {
    expect(gatherMsAfter(null)).toBe(50);
    expect(gatherMsAfter({ readMs: 4, agoMs: 60_000 })).toBe(50);
  });

  it("are shown four times a second at most, however many come", () => {
    expect(gatherMsAfter({ readMs: 4, agoMs: 0 })).toBe(250);
    expect(gatherMsAfter({ readMs: 4, agoMs: 100 })).toBe(150);
  });

  it("are gathered for longer the longer the event takes to read, and not for ever", () => {
    expect(gatherMsAfter({ readMs: 100, agoMs: 0 })).toBe(900);
    expect(gatherMsAfter({ readMs: 100, agoMs: 60_000 })).toBe(900);
    expect(gatherMsAfter({ readMs: 60_000, agoMs: 0 })).toBe(3_000);
  });
});

describe("looks at what changes", () => {
  /** Each look lasts until it is ended. */
  const open = () => {
    const begun: { id: string; at: number }[] = [];
    const ends = new Map<string, () => void>();
    const looks = gatherLooks((id) => {
      begun.push({ id, at: performance.now() });
      return new Promise((resolve) => ends.set(id, resolve));
    });
    return {
      looks,
      begun,
      ids: () => begun.map(({ id }) => id).join(" "),
      until: (count: number) =>
        waitFor(`look ${count}`, () => begun.length >= count),
      end: (id: string) => ends.get(id)?.(),
    };
  };

  it("follow each other, a quarter of a second after the end of the one before at least", async () => {
    const { looks, begun, ids, until, end } = open();
    looks.changed("a");
    looks.changed("a");
    await until(1);
    // While it lasts: that look may not have it yet.
    looks.changed("a");
    looks.changed("b");
    await until(2);
    expect(ids()).toBe("a b");
    const endedAt = performance.now();
    end("a");
    await until(3);
    expect(ids()).toBe("a b a");
    // Timers may come a little early.
    expect((begun[2]?.at ?? 0) - endedAt).toBeGreaterThan(245);
    looks.close();
  });

  it("are not made of what nobody wants any more", async () => {
    const { looks, ids, until, end } = open();
    looks.changed("a");
    await until(1);
    looks.changed("a");
    looks.forget("a");
    end("a");
    looks.changed("b");
    looks.forget("b");
    looks.changed("c");
    await until(2);
    expect(ids()).toBe("a c");
    looks.close();
  });
});
