import { isTimeToJoin } from "./join-time.ts";

it.each([
  ["11:44:59", false],
  ["11:45:00", true],
  ["12:59:59", true],
  ["13:00:00", false],
])("at %s it is time to join: %s", (time, expected) => {
  const event = {
    startsAt: "2031-12-01T12:00:00.000Z",
    endsAt: "2031-12-01T13:00:00.000Z",
  };
  expect(isTimeToJoin(event, new Date(`2031-12-01T${time}Z`))).toBe(expected);
});
