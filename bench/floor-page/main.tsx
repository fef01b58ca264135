import {
  Button,
  Field,
  FluentProvider,
  Input,
  Spinner,
  Text,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from "@fluentui/react-components";
import { app, authentication } from "@microsoft/teams-js";
// Without JSX, so that the settings of the folder's other files fit this one too.
import { createElement as element } from "react";
import { createRoot } from "react-dom/client";

/**
 * The least that a tab in Teams can be: greet the host, sign in, and show a
 * few plain controls in the three themes. What the real tab loads is held
 * against this.
 */
await app.initialize([...location.ancestorOrigins]);
const context = await app.getContext();
void app.notifySuccess();
const token = await authentication.getAuthToken();

const themes = new Map([
  ["dark", teamsDarkTheme],
  ["contrast", teamsHighContrastTheme],
]);
const theme = themes.get(context.app.theme) ?? teamsLightTheme;
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root");
createRoot(root).render(
  element(
    FluentProvider,
    { theme },
    element(Text, null, `Signed in by ${token.length} characters`),
    element(Field, { label: "Title" }, element(Input)),
    element(Button, { appearance: "primary" }, "Schedule"),
    element(Spinner, { label: "Waiting" }),
  ),
);
