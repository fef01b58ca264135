import { useReader } from "../teams/reader.ts";
import { Page } from "./Page.tsx";
import { TextLink } from "./TextLink.tsx";

export function NotFoundPage() {
  const { home } = useReader();
  return (
    <Page title="This page does not exist">
      <TextLink to={home}>Go to the events</TextLink>
    </Page>
  );
}
