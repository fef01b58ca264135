import { ApiError } from "../../api-client/api-error.ts";
import { settleAnswer } from "./settle-answer.ts";

const unreachable = new ApiError({
  status: 0,
  code: "unreachable",
  message: "ERG Events cannot be reached.",
});
const moved = new ApiError({
  status: 409,
  code: "eventMoved",
  message: "The event has been moved.",
});
const settle = (more: Partial<Parameters<typeof settleAnswer<string>>[0]>) =>
  settleAnswer<string>({
    step: "give",
    before: "declined",
    send: () => Promise.resolve("accepted"),
    look: () => Promise.reject(unreachable),
    isDone: (answer) => answer === "accepted",
    isOffline: () => false,
    ...more,
  });

describe("an answer that is sent", () => {
  it("counts when the backend says so", async () => {
    expect(await settle({})).toEqual({ ok: true, value: "accepted" });
  });

  it("does not count where the backend refuses it, and nobody asks again", async () => {
    let looks = 0;
    const look = () => Promise.resolve(`${(looks += 1)}`);
    expect(await settle({ send: () => Promise.reject(moved), look })).toEqual({
      ok: false,
      sentence:
        "Your answer was not saved. The event has been moved. What counts: You can't go.",
      value: null,
    });
    expect(looks).toBe(0);
  });

  it("counts where only the reply was lost", async () => {
    expect(
      await settle({
        send: () => Promise.reject(unreachable),
        look: () => Promise.resolve("accepted"),
      }),
    ).toEqual({ ok: true, value: "accepted" });
  });

  it("does not count where it never arrived, and what counts is shown", async () => {
    expect(
      await settle({
        send: () => Promise.reject(unreachable),
        look: () => Promise.resolve("tentative"),
      }),
    ).toEqual({
      ok: false,
      sentence:
        "Your answer was not saved. ERG Events cannot be reached. What counts: You can't go.",
      value: "tentative",
    });
  });

  it("may count or not where nobody can be asked, which is said", async () => {
    expect(
      await settle({ step: "undo", send: () => Promise.reject(unreachable) }),
    ).toEqual({
      ok: false,
      sentence:
        "It is not known whether your answer was taken back: ERG Events cannot be reached. Check your connection and try again.",
      value: null,
    });
  });

  it("does not leave a device that is offline", async () => {
    expect(
      await settle({
        before: null,
        send: () => Promise.reject(unreachable),
        isOffline: () => true,
      }),
    ).toEqual({
      ok: false,
      sentence:
        "Your answer was not saved. You are offline. Try again once you are connected.",
      value: null,
    });
  });
});
