import type { Held } from "../../../../bot/contract/events.ts";
import { wasStopped } from "./own-waiting.ts";

const content = {
  title: "Lunch",
  description: "",
  start: "2031-12-01T12:00",
  end: "2031-12-01T13:00",
  timeZone: "UTC",
  isOnline: true,
  location: "",
  audience: { group: true, addresses: [] },
  open: false,
  channelIds: [],
};
const held: Held = {
  kind: "change",
  sendsInMs: 5000,
  problem: null,
  by: "Megan Bowen",
  isOwn: true,
  content,
  message: null,
};

describe("a change of the reader's own that waited", () => {
  const waited = { version: 5, content };

  it("has gone out when the event has its version", () => {
    expect(wasStopped({ held: null, version: 5 }, waited)).toBe(false);
  });

  it("was stopped by somebody else when the event has a later one", () => {
    expect(wasStopped({ held: null, version: 6 }, waited)).toBe(true);
  });

  it("still waits, or something else does in its place", () => {
    expect(wasStopped({ held, version: 5 }, waited)).toBe(false);
    expect(wasStopped({ held, version: 6 }, waited)).toBe(false);
  });
});
