import { z } from "zod";
import { openApi, type Api } from "../harness/api.ts";
import { waitFor } from "../harness/wait-for.ts";
import { people } from "../harness/world.ts";
import type { Scratch } from "./scratch.ts";

const peopleSchema = z.object({
  people: z.array(z.object({ id: z.string() })),
});
const tokenSchema = z.object({ token: z.string() });

/** The API of a product that was started with `npm start`, as a lead, and the id of the group that she leads. */
export async function openLeadApi(
  scratch: Scratch,
): Promise<{ api: Api; groupId: string }> {
  const simulated = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${scratch.pagesUrl}/sim/api/${path}`, {
      method: body ? "POST" : "GET",
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  const found = await simulated(`people?search=${people.lead}`);
  const personId = peopleSchema.parse(found).people[0]?.id;
  const signedIn = await simulated("sso-token", { personId });
  const { token } = tokenSchema.parse(signedIn);
  const api = openApi({
    url: () => scratch.productUrl,
    token: () => Promise.resolve(token),
  });
  const groupId = await waitFor("the lead's group", async () => {
    const group = (await api.me()).groups.find(
      ({ memberCount, canSchedule }) => memberCount > 1 && canSchedule,
    );
    return group?.id;
  });
  return { api, groupId };
}
