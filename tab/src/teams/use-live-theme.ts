import { app } from "@microsoft/teams-js";
import { useEffect, useState } from "react";
import { loadTheme, type NamedTheme } from "./fluent-theme.ts";

/**
 * The theme of the Teams client, live: Teams tells when the person changes it. The last one stays until the next
 * one is there, and where that cannot be loaded.
 */
export function useLiveTheme(first: NamedTheme): NamedTheme {
  const [theme, setTheme] = useState(first);
  useEffect(() => {
    let wanted = first.name;
    app.registerOnThemeChangeHandler((name) => {
      wanted = name;
      void loadTheme(name).then((loaded) => {
        if (wanted === name && loaded.fluent) setTheme(loaded);
      });
    });
  }, [first]);
  return theme;
}
