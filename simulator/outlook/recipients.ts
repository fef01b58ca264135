import type { Directory } from "../world/directory.ts";
import type { MeetingAttendee } from "./meeting.ts";

/** Where the mail for some attendee rows goes. Every address is in lower case. */
export interface Recipients {
  addresses: string[];
  /** Addresses of the own organization that belong to nobody. */
  undeliverable: string[];
}

/** A distribution list is one row, and reaches every member; nobody is mailed twice. */
export function expandRecipients(
  directory: Directory,
  rows: Pick<MeetingAttendee, "address">[],
  organizerAddress: string,
): Recipients {
  const addresses = new Set<string>();
  const undeliverable = new Set<string>();
  for (const { address } of rows) {
    const list = directory.distributionList(address);
    if (list) {
      for (const id of list.memberIds) {
        const member = directory.person(id);
        if (member) addresses.add(member.mail.toLowerCase());
      }
    } else if (isUnknownHere(directory, address)) {
      undeliverable.add(address.toLowerCase());
    } else {
      addresses.add(mailboxAddress(directory, address));
    }
  }
  addresses.delete(organizerAddress.toLowerCase());
  return { addresses: [...addresses], undeliverable: [...undeliverable] };
}

/** The address under which mail for any of a person's addresses is kept. */
function mailboxAddress(directory: Directory, address: string): string {
  const person = directory.personByAddress(address);
  return (person?.mail ?? address).toLowerCase();
}

function isUnknownHere(directory: Directory, address: string): boolean {
  return (
    address.toLowerCase().endsWith(`@${directory.tenant.domain}`) &&
    !directory.personByAddress(address)
  );
}
