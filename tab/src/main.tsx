import { authentication } from "@microsoft/teams-js";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createApi } from "./api-client/api.ts";
import { listPathAhead } from "./events/list/list-path-ahead.ts";
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

// As Teams opens the tab; a link to one of the pages may follow.
const opened = location.pathname === "/" ? location.search : "";

const start = await startTeams(config.messageOrigins, {
  onGreeted: () => api.ahead("/api/me"),
});
if (start.state === "inTeams") {
  const { subPageId, teamId, isSettingUpTab } = start.context;
  const linkedPath = isSettingUpTab ? null : pathOfSubPage(subPageId);
  if (linkedPath !== null) history.replaceState(null, "", linkedPath);
  const { pathname, search } = location;
  const list = listPathAhead({ query: new URLSearchParams(search), teamId });
  if (pathname === "/" && list !== null) api.ahead(list);
}
const theme = await loadTheme(
  start.state === "inTeams" ? start.context.theme : browserThemeName(),
);
createRoot(root).render(
  <StrictMode>
    <App
      api={api}
      start={start}
      theme={theme}
      opened={opened}
      appLink={config.appLink}
    />
  </StrictMode>,
);

/** Outside Teams nobody tells a theme, so the browser's preference counts. */
function browserThemeName(): string {
  return matchMedia("(prefers-color-scheme: dark)").matches
    ? "dark"
    : "default";
}
