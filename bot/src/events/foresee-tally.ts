import { sql } from "kysely";
import type { AppearanceRequest } from "../../contract/appearance.ts";
import type { ShownTally } from "../../contract/guarded-tally.ts";
import { isConfidential, type GroupFacts } from "../access/policy.ts";
import { readAudienceSettings } from "../audience/audience-settings.ts";
import { invitedGroups } from "../audience/invited-groups.ts";
import { resolveAudience } from "../audience/resolve-audience.ts";
import type { Db } from "../db/database.ts";
import { tallyOfCounts } from "../responses/attendee-response.ts";
import { guardTally } from "../responses/guard-tally.ts";
import { withLists } from "../responses/tally-attendees.ts";
import type { EventDeps } from "./schedule-event.ts";

/**
 * The tally with which a new event would begin: everybody whom it would invite now, who is in several of its groups
 * once, as the review before sending counts them; told as its card will tell it.
 *
 * @param given.groups those that would host it
 */
export async function foreseeTally(
  { db, organizerAddress }: Pick<EventDeps, "db" | "organizerAddress">,
  given: {
    wanted: Pick<AppearanceRequest, "groupId" | "coHosts" | "audience">;
    groups: readonly GroupFacts[];
  },
): Promise<ShownTally> {
  const { wanted, groups } = given;
  const { group, addresses, lists, moreAddresses } = wanted.audience;
  const named = (
    await resolveAudience({
      db,
      groupId: wanted.groupId,
      audience: { group: false, addresses, lists },
    })
  ).filter(({ address }) => address !== organizerAddress);
  const members = await countMembers(db, {
    groupIds: invitedGroups(wanted.groupId, { group, coHosts: wanted.coHosts }),
    except: [organizerAddress, ...named.map(({ address }) => address)],
  });
  const namedLists = named.filter(({ listSize }) => listSize !== null);
  const people = members + named.length - namedLists.length + moreAddresses;
  const [first] = namedLists;
  const tally = withLists(tallyOfCounts({ none: people }), {
    lists: namedLists.length,
    about: namedLists.reduce((sum, { listSize }) => sum + (listSize ?? 0), 0),
    members: 0,
    // A list that nobody named has its address for a name, and who a lead takes for a list may be a person.
    name:
      first && first.objectId === null && first.displayName !== first.address
        ? first.displayName
        : null,
  });
  const { smallestBreakdown } = await readAudienceSettings(db);
  return guardTally(tally, {
    confidential: isConfidential({ groups }),
    smallestBreakdown,
  });
}

/** How many people are in the rosters of these groups, each once. */
async function countMembers(
  db: Db,
  { groupIds, except }: { groupIds: string[]; except: string[] },
): Promise<number> {
  if (groupIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(distinct people.address)::int as count
    from group_members join people on people.id = group_members.person_id
    where group_members.in_roster and group_members.group_id = any(${groupIds}::uuid[])
      and people.address <> all(${except}::text[])
  `.execute(db);
  return rows[0]?.count ?? 0;
}
