import { createContext, useContext } from "react";

const ThemeNameContext = createContext("default");
export const ThemeNameProvider = ThemeNameContext.Provider;

/** The name of Teams' theme, such as `dark`. */
export function useThemeName(): string {
  return useContext(ThemeNameContext);
}

/** True where colours alone may not tell things apart, because the theme has but a few. */
export function useHighContrast(): boolean {
  return useThemeName() === "contrast";
}
