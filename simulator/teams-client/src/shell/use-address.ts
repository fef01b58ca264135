import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";
import { themeFrom, type ThemeName } from "./themes.ts";

/** Changes of the address's query; null takes a parameter away. */
export type QueryChange = Record<string, string | null>;

export type Address = {
  path: string;
  query: URLSearchParams;
  /** The principal name of the person whom this page shows, if one is chosen. */
  as: string | null;
  theme: ThemeName;
  /** Another page for the same person in the same theme. */
  hrefFor: (path: string, change?: QueryChange) => string;
  /** Goes on with this page's query changed. */
  change: (change: QueryChange, options?: { replace?: boolean }) => void;
  go: (href: string) => void;
};

/** The whole state of the shell is its address, so that any view can be linked to. */
export function useAddress(): Address {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const query = new URLSearchParams(search);

  const hrefFor = (to: string, change: QueryChange = {}) => {
    const kept = new URLSearchParams();
    for (const name of ["as", "theme"]) {
      const value = query.get(name);
      if (value !== null) kept.set(name, value);
    }
    return withQuery(to, kept, change);
  };

  const change = useCallback(
    (wanted: QueryChange, options?: { replace?: boolean }) => {
      // Read now, not at the last render: two changes may follow on each other.
      const current = new URLSearchParams(window.location.search);
      const href = withQuery(window.location.pathname, current, wanted);
      navigate(href, { replace: options?.replace ?? false });
    },
    [navigate],
  );

  return {
    path,
    query,
    as: query.get("as"),
    theme: themeFrom(query.get("theme")),
    hrefFor,
    change,
    go: navigate,
  };
}

function withQuery(
  path: string,
  query: URLSearchParams,
  change: QueryChange,
): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  // "@" may stand in a query as it is, and addresses stay legible with it.
  const text = next.toString().replaceAll("%40", "@");
  return text === "" ? path : `${path}?${text}`;
}
