import { authentication } from "@microsoft/teams-js";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { createApi } from "./api-client/api.ts";
import { readClientConfig } from "./teams/client-config.ts";
import { pathOfSubPage } from "./teams/deep-link.ts";
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

const start = await startTeams(config.messageOrigins);
const linkedPath =
  start.state === "inTeams" ? pathOfSubPage(start.context.subPageId) : null;
if (linkedPath !== null) history.replaceState(null, "", linkedPath);
createRoot(root).render(
  <StrictMode>
    <App api={api} start={start} />
  </StrictMode>,
);
