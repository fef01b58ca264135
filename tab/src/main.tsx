import { authentication } from "@microsoft/teams-js";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createApi } from "./api-client/api.ts";
import { firstListPath } from "./events/list/use-event-list.ts";
import { readClientConfig } from "./teams/client-config.ts";
import { pathOfSubPage } from "./teams/deep-link.ts";
import { loadTheme } from "./teams/fluent-theme.ts";
import { createSsoToken } from "./teams/sso-token.ts";
import { startTeams } from "./teams/start-teams.ts";

const config = readClientConfig(
  document.getElementById("client-config")?.textContent,
);
const api = createApi({
  ssoToken: createSsoToken({
    getAuthToken: () => authentication.getAuthToken(),
    nowMs: () => Date.now(),
  }),
  fetch: (input, init) => fetch(input, init),
});
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root");

const start = await startTeams(config.messageOrigins, {
  onGreeted: () => api.ahead("/api/me"),
});
if (start.state === "inTeams") {
  const { subPageId, teamId } = start.context;
  const linkedPath = pathOfSubPage(subPageId);
  if (linkedPath !== null) history.replaceState(null, "", linkedPath);
  const { pathname, search } = location;
  // In a channel the list is of one group, which is known only when it is known who reads.
  if (pathname === "/" && search === "" && teamId === null)
    api.ahead(firstListPath);
}
const theme = await loadTheme(
  start.state === "inTeams" ? start.context.theme : browserThemeName(),
);
createRoot(root).render(
  <StrictMode>
    <App api={api} start={start} theme={theme} />
  </StrictMode>,
);

/** Outside Teams nobody tells a theme, so the browser's preference counts. */
function browserThemeName(): string {
  return matchMedia("(prefers-color-scheme: dark)").matches
    ? "dark"
    : "default";
}
