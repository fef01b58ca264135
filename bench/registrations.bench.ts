import { contosoSeed } from "../simulator/seed/contoso.ts";
import { figure, type Bench } from "./figure.ts";
import { openGround } from "./open-ground.ts";
import { registerByTemplate } from "./registrations/register-by-template.ts";
import { registerInTab } from "./registrations/register-in-tab.ts";
import {
  total,
  type RegistrationCounts,
} from "./registrations/registration-counts.ts";

/** Graph allows an event 500 attendees, so 1,000 need several. */
const events = 4;
const peoplePerEvent = 250;
/** Just after an announcement: two a second for each event. */
const seconds = 125;

/**
 * 1,000 people register for open events: what Graph is asked for, and what is mailed, by the product and by the
 * known template's way.
 */
export const bench: Bench = {
  names: ["registrations.calls", "registrations.mails"],
  async measure(say) {
    await using opened = new AsyncDisposableStack();
    await openGround(opened);
    const seed = contosoSeed({ moreEmployees: events * peoplePerEvent });
    const employees = seed.people
      .map(({ mail }) => mail)
      .filter((mail) => mail.startsWith("Employee"));
    const registering = Array.from({ length: events }, (_, n) =>
      employees.slice(n * peoplePerEvent, (n + 1) * peoplePerEvent),
    );
    const ours = await registerInTab(seed, registering, seconds);
    const template = await registerByTemplate(seed, registering);
    sayWays(say, [
      ["the product", ours],
      ["the template", template],
    ]);
    return [
      figure({
        name: "registrations.calls",
        value: total(ours.calls),
        unit: "calls",
        limit: total(template.calls),
      }),
      figure({
        name: "registrations.mails",
        value: total(ours.mails),
        unit: "mails",
        limit: total(template.mails),
      }),
    ];
  },
};

function sayWays(
  say: (line: string) => void,
  ways: readonly (readonly [string, RegistrationCounts])[],
): void {
  const line = (cells: readonly (string | number)[]) =>
    say(
      cells
        .map((cell, n) =>
          n === 0
            ? String(cell).padEnd(13)
            : cell.toLocaleString("en").padStart(12),
        )
        .join(""),
    );
  line(["", "calls", "PATCH", "GET", "other", "invitations", "updates"]);
  for (const [way, { calls, mails }] of ways) {
    const { PATCH = 0, GET = 0 } = calls;
    const { invitation = 0, update = 0 } = mails;
    const all = total(calls);
    line([way, all, PATCH, GET, all - PATCH - GET, invitation, update]);
  }
}
