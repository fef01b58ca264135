import { stoppedWorkNews } from "./admin-news.ts";

const at = (time: string) => new Date(`2026-11-${time}Z`);

describe("news of stopped work", () => {
  const stopped = { count: 2, newestAt: at("10T08:00:00") };

  it("is none while nothing has stopped", () => {
    expect(stoppedWorkNews(null, null, at("10T09:00:00"))).toBeNull();
  });

  it("is told once", () => {
    const news = stoppedWorkNews(stopped, null, at("10T09:00:00"));
    expect(news?.message?.sentences[0]).toBe(
      "2 things were tried several times and given up.",
    );
    const told = { state: news?.now ?? "", at: at("10T09:00:00") };
    expect(stoppedWorkNews(stopped, told, at("10T10:00:00"))).toBeNull();
    expect(stoppedWorkNews(stopped, told, at("20T10:00:00"))).toBeNull();
  });

  it("is told of what came since, a day after the last message and not sooner", () => {
    const told = {
      state: "stopped:2026-11-10T08:00:00.000Z",
      at: at("10T09:00:00"),
    };
    const more = { count: 1, newestAt: at("10T12:00:00") };
    expect(stoppedWorkNews(more, told, at("10T13:00:00"))).toBeNull();
    expect(stoppedWorkNews(more, told, at("11T09:00:00"))?.message).toEqual({
      page: "settings/stopped-work",
      title: "Some work has stopped",
      sentences: [
        "One thing was tried several times and given up.",
        "Settings, Stopped work, says what and why. There you start it again.",
      ],
    });
  });
});
