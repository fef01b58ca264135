import {
  Caption1,
  Link as FluentLink,
  Persona,
  Subtitle1,
  Subtitle2,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { Link } from "wouter";
import { useWorld } from "../api/world.tsx";
import type { Person } from "../api/shapes.ts";
import { groupByRole, roleHeadings, teamsOf } from "../shell/roles.ts";
import { useAddress } from "../shell/use-address.ts";

/** More are found by the search of the person switcher. */
const shownAtMost = 30;

const useStyles = makeStyles({
  heading: { display: "block", margin: 0 },
  group: { display: "grid", gap: tokens.spacingVerticalS },
  people: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 300px), 1fr))",
  },
  links: { display: "flex", gap: tokens.spacingHorizontalM },
  muted: { color: tokens.colorNeutralForeground3 },
});

export function WhoIsWho() {
  const styles = useStyles();
  const world = useWorld();
  return (
    <>
      <Subtitle1 as="h2" className={styles.heading}>
        Who is who
      </Subtitle1>
      {groupByRole(world.people, world).map(({ role, people }) => (
        <section
          key={role}
          className={styles.group}
          aria-label={roleHeadings[role]}
        >
          <Subtitle2 as="h3" className={styles.heading}>
            {roleHeadings[role]}
          </Subtitle2>
          <ul className={styles.people}>
            {people.slice(0, shownAtMost).map((person) => (
              <li key={person.id}>
                <PersonCard person={person} />
              </li>
            ))}
          </ul>
          {people.length > shownAtMost && (
            <Caption1 className={styles.muted}>
              And more: search for them at the top right.
            </Caption1>
          )}
        </section>
      ))}
    </>
  );
}

function PersonCard({ person }: { person: Person }) {
  const styles = useStyles();
  const world = useWorld();
  const { hrefFor } = useAddress();
  const teams = teamsOf(person, world).map(({ name }) => name);
  const link = (name: string, path: string) => (
    <Link href={hrefFor(path, { as: person.upn })} asChild>
      <FluentLink aria-label={`${name} as ${person.displayName}`}>
        {name}
      </FluentLink>
    </Link>
  );
  return (
    <Persona
      textAlignment="start"
      name={person.displayName}
      avatar={{ color: "colorful", "aria-hidden": true }}
      secondaryText={[person.jobTitle, ...teams].filter(Boolean).join(" · ")}
      tertiaryText={
        <span className={styles.links}>
          {link(world.app.name, "/app")}
          {link("Outlook", "/outlook")}
          {link("Teams", "/teams")}
        </span>
      }
    />
  );
}
