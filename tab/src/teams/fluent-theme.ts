import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
} from "@fluentui/react-components";

/** The Fluent theme for a theme name of Teams (teams-js: Context.app.theme); unknown names show light. */
export function fluentTheme(name: string): Theme {
  if (name === "dark" || name === "glass") return teamsDarkTheme;
  if (name === "contrast") return teamsHighContrastTheme;
  return teamsLightTheme;
}

/** How the browser draws its own parts (scroll bars, time fields) beside that theme. */
export function colorScheme(name: string): "light" | "dark" {
  return fluentTheme(name) === teamsLightTheme ? "light" : "dark";
}
