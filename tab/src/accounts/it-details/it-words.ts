import type { Permission } from "../../../../bot/contract/permissions.ts";

const needs: Record<Permission["need"], string> = {
  required: "Required",
  recommended: "Recommended",
  optional: "Optional",
};

export function needWord({ need }: Pick<Permission, "need">): string {
  return needs[need];
}

/** `12 January 2027`; credentials whose end nobody has told are not guessed at. */
export function expiryWords(
  expiresOn: string | null,
  { locale }: { locale: string },
): string {
  if (expiresOn === null) {
    return "Not known; see the app registration in Entra, Certificates & secrets";
  }
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(`${expiresOn}T00:00:00Z`));
}
