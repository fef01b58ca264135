import type { Message } from "../api/message-shapes.ts";
import { threadsOf } from "./threads.ts";

function message(id: string, replyToId: string | null = null): Message {
  return {
    id,
    replyToId,
    postedAt: "2026-11-24T10:00:00Z",
    updatedAt: null,
    isDeleted: false,
    from: { kind: "bot" },
    text: id,
    cards: [],
    view: null,
    needsRefresh: false,
  };
}

const ids = (messages: Message[]) =>
  threadsOf(messages).map(({ first, replies }) => [
    first.id,
    ...replies.map(({ id }) => id),
  ]);

describe("the posts of a channel", () => {
  it("are in the order of their first messages, whatever is replied later", () => {
    expect(
      ids([
        message("1"),
        message("2"),
        message("3", "1"),
        message("4"),
        message("5", "1"),
      ]),
    ).toEqual([["1", "3", "5"], ["2"], ["4"]]);
  });

  it("keep a reply to something that is not there", () => {
    expect(ids([message("2", "1"), message("3")])).toEqual([["2"], ["3"]]);
  });

  it("are none in an empty channel", () => {
    expect(threadsOf([])).toEqual([]);
  });
});
