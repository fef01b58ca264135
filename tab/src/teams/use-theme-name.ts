import { createContext, useContext } from "react";

const ThemeNameContext = createContext("default");
export const ThemeNameProvider = ThemeNameContext.Provider;

/** True where colours alone may not tell things apart, because the theme has but a few. */
export function useHighContrast(): boolean {
  return useContext(ThemeNameContext) === "contrast";
}
