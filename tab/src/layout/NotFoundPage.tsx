import { Page } from "./Page.tsx";
import { TextLink } from "./TextLink.tsx";

export function NotFoundPage() {
  return (
    <Page title="This page does not exist">
      <TextLink to="/">Go to the events</TextLink>
    </Page>
  );
}
