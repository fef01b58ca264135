import { Hono } from "hono";
import { requireMailbox, requireScope } from "./caller.ts";
import {
  metadataUrl,
  type Graph,
  type GraphEnvironment,
} from "./graph-context.ts";
import { selectProperties } from "./event-resource.ts";
import { readQuery } from "./query.ts";

export function meRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation } = graph;

  // Graph: Get user.
  routes.get("/me", (c) => {
    const person = requireScope(c.get("caller"), "User.Read");
    const { select } = readQuery(c, ["$select"]);
    const [givenName = "", surname = ""] = person.displayName.split(" ");
    const user = {
      businessPhones: [],
      displayName: person.displayName,
      givenName,
      jobTitle: person.jobTitle,
      mail: person.mail,
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: "en-US",
      surname,
      userPrincipalName: person.upn,
      id: person.id,
    };
    return c.json({
      "@odata.context": metadataUrl(graph, "users/$entity"),
      ...selectProperties(user, select),
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
