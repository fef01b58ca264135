import { isChannelMeeting } from "./channel-meeting.ts";

const linkOf = (thread: string) =>
  `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=%7b%7d`;
const short = "https://teams.microsoft.com/meet/2412345678?p=abc";

describe("whether a meeting belongs to a channel", () => {
  it.each([
    ["19:meeting_abc@thread.v2", false],
    ["19:abc@thread.tacv2", true],
    ["19:abc@thread.skype", true],
  ])("is told by the thread %s, from Graph or from the link", (thread, is) => {
    expect(isChannelMeeting(thread, short)).toBe(is);
    expect(isChannelMeeting(null, linkOf(thread))).toBe(is);
  });

  it("is not supposed where neither tells", () => {
    expect(isChannelMeeting(null, short)).toBe(false);
    expect(isChannelMeeting(null, `${linkOf("x")}%`)).toBe(false);
    expect(isChannelMeeting(null, "…/meetup-join/%E0%A4%A/0")).toBe(false);
  });
});
