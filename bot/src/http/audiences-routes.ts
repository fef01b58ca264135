import { z } from "zod";
import {
  wantedAudienceSettingsSchema,
  wantedMailingListSchema,
} from "../../contract/audiences.ts";
import { may } from "../access/policy.ts";
import { changeAudienceSettings } from "../audience/change-audience-settings.ts";
import { viewAudienceSettings } from "../audience/view-audience-settings.ts";
import { listMailingLists } from "../audience/mailing-list-store.ts";
import { changeMailingList } from "../audience/change-mailing-list.ts";
import { nameMailingList } from "../audience/name-mailing-list.ts";
import { removeMailingList } from "../audience/remove-mailing-list.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { forbidden, notFound } from "../errors.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { versionOf } from "./event-request.ts";
import { parseRequest } from "./request-body.ts";
import {
  addApiRoute,
  type ApiRequest,
  type Method,
  type Reply,
  type RouteDeps,
} from "./routes.ts";

type AudienceRouteDeps = RouteDeps & {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  organizerAddress: string;
};

/** The mailing lists that admins name for leads, and the organization's rules for audiences. */
export function addAudiencesRoutes(deps: AudienceRouteDeps): void {
  const addAdminRoute = (
    method: Method,
    path: string,
    handle: (request: ApiRequest) => Promise<Reply>,
  ): void =>
    addApiRoute(deps, method, path, async (request) => {
      if (!may(request.actor, { action: "audiences.manage" }))
        throw forbidden(
          "Only administrators of ERG Events say whom leads may invite. Ask one of them.",
        );
      return handle(request);
    });
  const lists = async ({ actor }: ApiRequest) => ({
    body: await listMailingLists(deps.db, actor),
  });

  addApiRoute(deps, "get", "/api/mailing-lists", (request) => {
    if (!may(request.actor, { action: "mailingLists.see" }))
      throw forbidden(
        "Only owners and contributors of a group choose whom to invite. Ask one of yours.",
      );
    return lists(request);
  });

  addAdminRoute("post", "/api/mailing-lists", async (request) => {
    await nameMailingList(deps, {
      actor: request.actor,
      wanted: parseRequest(wantedMailingListSchema, await request.json()),
    });
    return { ...(await lists(request)), status: 201 };
  });

  addAdminRoute("put", "/api/mailing-lists/:id", async (request) => {
    await changeMailingList(deps, {
      actor: request.actor,
      id: idOf(request),
      version: versionOf(request),
      wanted: parseRequest(wantedMailingListSchema, await request.json()),
    });
    return lists(request);
  });

  addAdminRoute("del", "/api/mailing-lists/:id", async (request) => {
    await removeMailingList(deps.db, idOf(request));
    return lists(request);
  });

  const settings = async (): Promise<Reply> => {
    const body = await viewAudienceSettings(deps);
    return { body, headers: { ETag: `"${body.version}"` } };
  };

  addAdminRoute("get", "/api/audience-settings", settings);

  addAdminRoute("put", "/api/audience-settings", async (request) => {
    await changeAudienceSettings(deps, {
      version: versionOf(request),
      wanted: parseRequest(wantedAudienceSettingsSchema, await request.json()),
    });
    return settings();
  });
}

function idOf(request: ApiRequest): string {
  const id = z.uuid().safeParse(request.params["id"]);
  if (!id.success) throw notFound("mailing list");
  return id.data;
}
