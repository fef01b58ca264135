import {
  graphClientFor,
  newEvent,
} from "../../simulator/testing/graph-client.ts";
import { attendanceReader } from "../../simulator/testing/attendance.ts";
import { startTestSimulator } from "../../simulator/testing/simulator-for-tests.ts";
import type { Simulator } from "../../simulator/start-simulator.ts";
import { people } from "../harness/people.ts";
import { openBrowserSession, type BrowserSession } from "./browser-session.ts";
import { outlookPage } from "./pages/outlook-page.ts";

const scopes = [
  "Calendars.ReadWrite",
  "OnlineMeetings.Read",
  "OnlineMeetingArtifact.Read.All",
];

describe("the organizer's Outlook", () => {
  let simulator: Simulator;
  let session: BrowserSession;
  beforeAll(async () => {
    simulator = await startTestSimulator();
    session = await openBrowserSession(simulator.pagesUrl);
  });
  afterAll(async () => {
    await session.close();
    await simulator.close();
  });
  afterEach(() => expect(session.takeComplaints()).toEqual([]));

  it("has a Teams meeting take place by a button, so that somebody who tries the product sees who came", async () => {
    const client = await graphClientFor(simulator, { scopes });
    const { onlineMeeting } = (await client
      .api("/me/events")
      .post(newEvent([people.lead]))) as { onlineMeeting: { joinUrl: string } };
    const ergs = await session.visit(people.organizer);
    const { page } = ergs;
    await ergs.open("/outlook");
    await outlookPage(page).openEvent("Lunch and learn");
    await page.setViewportSize({ width: 320, height: 800 });
    await page
      .getByRole("button", { name: "Have the meeting take place" })
      .press("Enter");
    const told = page
      .getByRole("status")
      .filter({ hasText: /^It took place .*, with 3 people/ });
    await told.waitFor();
    const width = await page.evaluate(
      () => document.documentElement.scrollWidth,
    );
    expect(width).toBeLessThanOrEqual(320);
    const reader = await attendanceReader(client, onlineMeeting.joinUrl);
    expect((await reader.list()).value).toMatchObject([
      { totalParticipantCount: 3 },
    ]);
    simulator.changeSettings({ attendanceReports: "off" });
    await page
      .getByRole("button", { name: "Have the meeting take place" })
      .click();
    await told
      .filter({ hasText: "Teams makes no attendance report of it." })
      .waitFor();
  });
});
