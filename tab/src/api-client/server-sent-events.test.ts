import { createEventReader } from "./server-sent-events.ts";

describe("a stream of server-sent events", () => {
  it("gives each event when its last line is there, however it is cut", () => {
    const text =
      'event: live\ndata: {"a":\ndata: 1}\n\n: beat\n\nevent: live\n';
    const read = createEventReader();
    const events = [...text].flatMap((letter) => read(letter));
    expect(events).toEqual([{ name: "live", data: '{"a":\n1}' }]);
    expect(read("data: 2\n\n")).toEqual([{ name: "live", data: "2" }]);
  });

  it("takes each of the three line ends", () => {
    expect(
      createEventReader()("data: 1\r\n\r\ndata: 2\r\rdata: 3\n\n"),
    ).toEqual(["1", "2", "3"].map((data) => ({ name: "message", data })));
  });

  it("passes over comments and events without data", () => {
    expect(createEventReader()(": beat\n\nevent: live\n\n")).toEqual([]);
  });
});
