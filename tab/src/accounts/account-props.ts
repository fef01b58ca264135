import type { ServiceAccountView } from "../../../bot/contract/accounts.ts";

/** What the parts of the account's page work on: everything that is known, and where to put what is newer. */
export interface AccountProps {
  view: ServiceAccountView;
  onView: (view: ServiceAccountView) => void;
}
