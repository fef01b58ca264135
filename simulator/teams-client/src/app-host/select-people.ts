import { z } from "zod";
import type { Person } from "../api/shapes.ts";
import type { TabPlace } from "./host-context.ts";

/** What an app asks of the people picker (teams-js 2.58: PeoplePickerInputs). */
const pickerInputsShape = z
  .object({
    title: z.string().nullish(),
    setSelected: z.array(z.string()).nullish(),
    openOrgWideSearchInChatOrChannel: z.boolean().nullish(),
    singleSelect: z.boolean().nullish(),
  })
  .nullish();

export type PickerInputs = {
  title: string;
  setSelected: string[];
  openOrgWide: boolean;
  singleSelect: boolean;
};

/** With what Teams fills in; the titles are those of PeoplePickerInputs. */
export function readPickerInputs(given: unknown): PickerInputs {
  const inputs = pickerInputsShape.parse(given) ?? {};
  const singleSelect = inputs.singleSelect ?? false;
  return {
    title: inputs.title ?? (singleSelect ? "Select a person" : "Select people"),
    setSelected: inputs.setSelected ?? [],
    openOrgWide: inputs.openOrgWideSearchInChatOrChannel ?? false,
    singleSelect,
  };
}

/** What the app gets of a person as their address, a switch of the simulator. */
export type PickerEmail = "mail" | "userPrincipalName" | "missing";

/** Teams: Integrate People Picker, error codes. */
const userAbort = 8000;

/** The answer to `people.selectPeople`: [error, people]; null: the picker was closed. */
export function pickedReply(
  picked: readonly Person[] | null,
  email: PickerEmail,
): unknown[] {
  if (picked === null)
    return [{ errorCode: userAbort, message: "The people picker was closed." }];
  return [
    null,
    picked.map((person) => ({
      objectId: person.id,
      displayName: person.displayName,
      ...(email === "mail" && { email: person.mail }),
      ...(email === "userPrincipalName" && { email: person.upn }),
    })),
  ];
}

/**
 * Whom the picker offers: everybody in the organization in a personal app, and in a channel only its members, unless
 * the app asks for everybody (Teams: Integrate People Picker). Null: everybody.
 */
export function offeredIds(
  place: TabPlace,
  { openOrgWide }: PickerInputs,
): ReadonlySet<string> | null {
  if (place.kind === "personal" || openOrgWide) return null;
  const { team, channel } = place;
  return new Set(channel.memberIds ?? [...team.ownerIds, ...team.memberIds]);
}
