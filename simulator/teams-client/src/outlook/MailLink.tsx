import type { ReactNode } from "react";
import { useWorld } from "../api/world.tsx";
import { readLink } from "../app-host/deep-link.ts";
import { useOpenPage } from "../app-host/open-page.ts";

/** A link in a mail. One into the app opens in this Teams, which stands in for the one of the link. */
export function MailLink({
  href,
  children,
}: {
  href: string;
  children?: ReactNode;
}) {
  const world = useWorld();
  const { openLink } = useOpenPage({ kind: "personal" });
  const isApp = readLink(href, world.app.appId).kind === "thisApp";
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      onClick={(click) => {
        if (!isApp) return;
        click.preventDefault();
        openLink(href);
      }}
    >
      {children}
    </a>
  );
}
