import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  type Theme,
} from "@fluentui/react-components";

export const themeNames = ["light", "dark", "contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

export const fluentThemes: Record<ThemeName, Theme> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Teams tells its apps "default" for the light theme (teams-js: app.AppInfo.theme). */
export const teamsThemes: Record<ThemeName, string> = {
  light: "default",
  dark: "dark",
  contrast: "contrast",
};

export function themeFrom(name: string | null): ThemeName {
  return themeNames.find((known) => known === name) ?? "light";
}
