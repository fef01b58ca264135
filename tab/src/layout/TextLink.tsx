import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useLocation } from "wouter";

/** A link to another page of the tab, in running text. */
export function TextLink(props: {
  to: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  const [, navigate] = useLocation();
  return (
    <Link
      href={props.to}
      {...(props.className === undefined ? {} : { className: props.className })}
      onClick={(click) => {
        if (click.ctrlKey || click.metaKey || click.shiftKey) return;
        click.preventDefault();
        navigate(props.to);
      }}
    >
      {props.children}
    </Link>
  );
}
