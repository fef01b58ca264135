import { Button, type ButtonProps } from "@fluentui/react-components";
import { useLocation } from "wouter";

/**
 * A button that opens another page of the tab. It is a button and not a link:
 * a Teams tab has no address bar, and its pages cannot be opened in a window of their own.
 */
export function ButtonLink(
  props: Pick<ButtonProps, "appearance" | "size" | "icon"> & {
    to: string;
    children: string;
  },
) {
  const [, navigate] = useLocation();
  const { to, ...rest } = props;
  return <Button {...rest} onClick={() => navigate(to)} />;
}
