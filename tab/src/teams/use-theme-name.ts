import { app } from "@microsoft/teams-js";
import { createContext, useContext, useEffect, useState } from "react";

/** The theme of the Teams client by name, live: Teams tells when the person changes it. */
export function useLiveThemeName(first: string): string {
  const [name, setName] = useState(first);
  useEffect(() => app.registerOnThemeChangeHandler(setName), []);
  return name;
}

const ThemeNameContext = createContext("default");
export const ThemeNameProvider = ThemeNameContext.Provider;

/** True where colours alone may not tell things apart, because the theme has but a few. */
export function useHighContrast(): boolean {
  return useContext(ThemeNameContext) === "contrast";
}
