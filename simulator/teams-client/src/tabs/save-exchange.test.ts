import { pressSave } from "./save-exchange.ts";

describe("a press of Save in Teams' dialog", () => {
  it("tells the app and waits for what it says", async () => {
    const told: string[] = [];
    const save = pressSave(() => told.push("save"));
    expect(told).toEqual(["save"]);
    save.answer({ ok: false, reason: "The list is gone." });
    save.answer({ ok: true });
    expect(await save.outcome).toEqual({
      ok: false,
      reason: "The list is gone.",
    });
  });

  it("counts as failed when the app says nothing in time", async () => {
    const save = pressSave(() => undefined, 1);
    expect(await save.outcome).toEqual({ ok: false, reason: "" });
    save.answer({ ok: true });
    expect(await save.outcome).toEqual({ ok: false, reason: "" });
  });
});
