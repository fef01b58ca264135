import { Link as FluentLink, Text } from "@fluentui/react-components";
import { Link } from "wouter";
import { Page } from "./Page.tsx";
import { useAddress } from "./use-address.ts";

export function NotHere() {
  const { hrefFor } = useAddress();
  return (
    <Page title="Nothing is here">
      <Text>
        This address shows nothing.{" "}
        <Link href={hrefFor("/")} asChild>
          <FluentLink>Go to the walkthrough</FluentLink>
        </Link>
      </Text>
    </Page>
  );
}
