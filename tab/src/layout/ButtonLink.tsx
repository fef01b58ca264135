import type { ComponentProps } from "react";
import { useLocation } from "wouter";
import { PlainButton } from "./PlainButton.tsx";

/**
 * A button that opens another page of the tab. It is a button and not a link:
 * a Teams tab has no address bar, and its pages cannot be opened in a window of their own.
 */
export function ButtonLink(
  props: Pick<
    ComponentProps<typeof PlainButton>,
    "appearance" | "size" | "icon"
  > & { to: string; children: string },
) {
  const [, navigate] = useLocation();
  const { to, ...rest } = props;
  return <PlainButton {...rest} onClick={() => navigate(to)} />;
}
