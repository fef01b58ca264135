import { Redirect } from "wouter";
import { useWorld } from "../api/world.tsx";
import { NotHere } from "../shell/NotHere.tsx";
import { useAddress } from "../shell/use-address.ts";
import { readLink } from "./deep-link.ts";
import { placeOfLink } from "./open-page.ts";

/**
 * Where a link of Teams leads that somebody follows from outside Teams, from a mail for example: this client stands in
 * for https://teams.microsoft.com with the same paths. Who is nobody yet is asked for it there, and then goes on.
 */
export function FollowedLink() {
  const world = useWorld();
  const { hrefFor } = useAddress();
  const { pathname, search } = window.location;
  const target = readLink(
    `https://teams.microsoft.com${pathname}${search}`,
    world.app.appId,
  );
  if (target.kind !== "thisApp") return <NotHere />;
  const { path, query } = placeOfLink(world, target);
  return <Redirect to={hrefFor(path, query)} replace />;
}
