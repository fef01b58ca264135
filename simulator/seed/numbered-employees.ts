import type { Person } from "../world/world-seed.ts";
import { deterministicGuid } from "./deterministic-guid.ts";

/** Tens of thousands of people cost a few megabytes: a mailbox exists only once it holds something. */
export function numberedEmployees(count: number, domain: string): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, "0");
    const address = `Employee${number}@${domain}`;
    return {
      id: deterministicGuid(`employee:${number}`),
      upn: address,
      mail: address,
      displayName: `Employee ${number}`,
      jobTitle: "Employee",
      isAdmin: false,
      isServiceAccount: false,
    };
  });
}
