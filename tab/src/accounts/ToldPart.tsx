import { Text } from "@fluentui/react-components";
import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";
import { Section } from "../layout/Section.tsx";
import { toldSentence, unreachableSentence } from "./standing-words.ts";

/** Whom the bot tells when the connection breaks, and how the others become reachable. */
export function ToldPart({ admins }: Pick<ServiceAccountView, "admins">) {
  const unreachable = unreachableSentence(admins.unreachable);
  return (
    <Section heading="Who is told">
      <Text>{toldSentence(admins.reachable)}</Text>
      {unreachable !== null && <Text>{unreachable}</Text>}
    </Section>
  );
}
