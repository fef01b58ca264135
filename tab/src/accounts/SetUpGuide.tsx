import { Text, makeStyles, tokens } from "@fluentui/react-components";
import { managersSentence } from "../groups/role-words.ts";
import { Section } from "../layout/Section.tsx";
import { TextLink } from "../layout/TextLink.tsx";

const useStyles = makeStyles({
  steps: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How the service account is set up before it is connected. */
export function SetUpGuide({ expectedUpn }: { expectedUpn: string }) {
  const styles = useStyles();
  return (
    <aside aria-label="Guide">
      <Section heading="How to set it up">
        <ol className={styles.steps}>
          <li>
            <Text>
              <strong>Create an ordinary user</strong>, {expectedUpn}. Its
              display name, such as “[Company] ERGs”, is what people see as the
              organizer. It needs no admin role.
            </Text>
          </li>
          <li>
            <Text>
              <strong>Assign a licence</strong> with Exchange Online and Teams:
              Microsoft 365 Business Basic at least. Its calendar needs the one,
              its meeting links the other.
            </Text>
          </li>
          <li>
            <Text>
              <strong>Let it sign in</strong> by your organization’s single
              sign-on. It signs in once, here; nobody has to stay signed in as
              it.
            </Text>
          </li>
          <li>
            <Text>
              <strong>Connect it</strong>, read which account has signed in, and
              confirm.
            </Text>
          </li>
        </ol>
        <Text className={styles.quiet}>{managersSentence}</Text>
        <Text>
          What your IT department asks for is in{" "}
          <TextLink to="/settings/it-details">IT details</TextLink>.
        </Text>
      </Section>
    </aside>
  );
}
