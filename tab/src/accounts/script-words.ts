/** A supplied script, as it is called in scripts/admin, with its own words for a trial and for taking back. */
export interface Script {
  file: string;
  /** Says what it would do, and changes nothing. */
  trial: string;
  /** Null where it takes nothing back. */
  remove: string | null;
}

const grant = "grant-to-service-account";

export const scripts = {
  grantPowerShell: {
    file: `${grant}.ps1`,
    trial: "-WhatIf",
    remove: "-Remove",
  },
  grantCli: { file: `${grant}.sh`, trial: "--dry-run", remove: "--remove" },
  attendance: {
    file: "grant-attendance-app-only.ps1",
    trial: "-WhatIf",
    remove: "-Remove",
  },
  limitMailbox: {
    file: "limit-to-one-mailbox.ps1",
    trial: "-WhatIf",
    remove: null,
  },
} as const satisfies Record<string, Script>;

/** How a copied script is run; its beginning says what it needs. */
export function runSentence({ file, trial, remove }: Script): string {
  const first = `Save it as ${file} and run it. With ${trial} it only says what it would do`;
  return remove === null
    ? `${first}.`
    : `${first}; with ${remove} it takes everything back.`;
}
