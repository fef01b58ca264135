import { Hono } from "hono";
import { requireScope } from "./caller.ts";
import {
  metadataUrl,
  type Graph,
  type GraphEnvironment,
} from "./graph-context.ts";
import { selectProperties } from "./event-resource.ts";
import { readQuery } from "./query.ts";
import { requireMailbox } from "./require-mailbox.ts";
import { userResource } from "./user-resource.ts";

export function meRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation } = graph;

  // Graph: Get user.
  routes.get("/me", (c) => {
    const person = requireScope(c.get("caller"), "User.Read");
    const { select } = readQuery(c, ["$select"]);
    return c.json({
      "@odata.context": metadataUrl(graph, "users/$entity"),
      ...selectProperties(userResource(person), select),
    });
  });

  // Graph: Get calendar.
  routes.get("/me/calendar", (c) => {
    const person = requireScope(
      c.get("caller"),
      "Calendars.Read",
      "Calendars.ReadWrite",
    );
    requireMailbox(simulation, person);
    const { select } = readQuery(c, ["$select"]);
    const hasTeams =
      !person.isServiceAccount ||
      simulation.settings.current().serviceAccountTeamsLicense;
    const calendar = {
      id: `AAMkAGUzNDhlNTk4${person.id.replaceAll("-", "")}AAA=`,
      name: "Calendar",
      color: "auto",
      hexColor: "",
      isDefaultCalendar: true,
      changeKey: "HYQDEapmEc2byACqAC/EWg0AAAAA",
      canShare: true,
      canViewPrivateItems: true,
      canEdit: true,
      allowedOnlineMeetingProviders: hasTeams ? ["teamsForBusiness"] : [],
      defaultOnlineMeetingProvider: hasTeams ? "teamsForBusiness" : "unknown",
      isTallyingResponses: true,
      isRemovable: false,
      owner: { name: person.displayName, address: person.mail },
    };
    return c.json({
      "@odata.context": metadataUrl(
        graph,
        `users('${person.id}')/calendar/$entity`,
      ),
      ...selectProperties(calendar, select),
    });
  });

  return routes;
}
