import type { Simulator } from "../start-simulator.ts";
import {
  graphClientFor,
  graphClientForApp,
  serviceAccount,
} from "../testing/graph-client.ts";
import { lookUpMeeting, scheduleMeeting } from "../testing/online-meetings.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startTestSimulator();
});
afterEach(() => simulator.close());

describe("the online meetings of the service account, to the app itself", () => {
  const readers = ["OnlineMeetings.Read.All", "OnlineMeetingArtifact.Read.All"];
  const refused = { statusCode: 403, code: "Forbidden" };

  async function scheduled(): Promise<{ joinUrl: string; whose: string }> {
    const client = await graphClientFor(simulator);
    const joinUrl = await scheduleMeeting(client);
    return { joinUrl, whose: `/users/${simulator.world.serviceAccount!.id}` };
  }

  it("are open, reports too, with its permissions and a policy of Teams", async () => {
    const { joinUrl, whose } = await scheduled();
    simulator.grantApplicationPermissions(readers);
    simulator.changeSettings({ applicationAccessPolicy: "granted" });
    const app = await graphClientForApp(simulator);
    const { value } = await lookUpMeeting(app, joinUrl, whose);
    expect(value).toMatchObject([{ joinWebUrl: joinUrl }]);
    const reports: unknown = await app
      .api(
        `${whose}/onlineMeetings/${encodeURIComponent(value[0]!.id)}/attendanceReports`,
      )
      .get();
    expect(reports).toMatchObject({ value: [] });
  });

  it.each([
    ["Forbidden", /^No application access policy found for this app/],
    ["Unauthorized", /^App .* is not authorized to Get meeting on behalf of/],
    ["General", /^No application access policy found for this app/],
  ] as const)(
    "are refused with %s while there is no policy, or none that is effective",
    async (accessPolicyError, message) => {
      const { joinUrl, whose } = await scheduled();
      simulator.grantApplicationPermissions(readers);
      const app = await graphClientForApp(simulator);
      for (const applicationAccessPolicy of ["none", "pending"] as const) {
        simulator.changeSettings({
          applicationAccessPolicy,
          accessPolicyError,
        });
        await expect(lookUpMeeting(app, joinUrl, whose)).rejects.toMatchObject({
          statusCode: 403,
          code: accessPolicyError,
          message: expect.stringMatching(message) as string,
        });
      }
    },
  );

  it("are refused without the permission for each", async () => {
    const { joinUrl, whose } = await scheduled();
    simulator.changeSettings({ applicationAccessPolicy: "granted" });
    const nothing = await graphClientForApp(simulator);
    await expect(lookUpMeeting(nothing, joinUrl, whose)).rejects.toMatchObject(
      refused,
    );
    simulator.grantApplicationPermissions(["OnlineMeetings.ReadWrite.All"]);
    const reader = await graphClientForApp(simulator);
    const { value } = await lookUpMeeting(reader, joinUrl, whose);
    await expect(
      reader
        .api(
          `${whose}/onlineMeetings/${encodeURIComponent(value[0]!.id)}/attendanceReports`,
        )
        .get(),
    ).rejects.toMatchObject(refused);
  });

  it("are the only ones, and known by the object id alone", async () => {
    const { joinUrl } = await scheduled();
    simulator.grantApplicationPermissions(readers);
    simulator.changeSettings({ applicationAccessPolicy: "granted" });
    const app = await graphClientForApp(simulator);
    const other = simulator.world.personByAddress(megan)!.id;
    for (const name of [other, serviceAccount]) {
      await expect(
        lookUpMeeting(app, joinUrl, `/users/${name}`),
      ).rejects.toMatchObject(refused);
    }
  });

  it("are not at /me", async () => {
    const { joinUrl } = await scheduled();
    simulator.grantApplicationPermissions(readers);
    const app = await graphClientForApp(simulator);
    await expect(lookUpMeeting(app, joinUrl)).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});
