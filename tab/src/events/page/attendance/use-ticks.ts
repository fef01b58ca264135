import { useRef, useState } from "react";
import type {
  Attendance,
  AttendancePerson,
} from "../../../../../bot/contract/attendance.ts";
import { asApiError } from "../../../api-client/api-error.ts";
import { useApi } from "../../../api-client/api.ts";
import { tickRoom } from "./attendance-requests.ts";
import { tickRefusal } from "./room-words.ts";

/**
 * Ticks for people in the room: shown at once, taken back with the reason when they could not be stored. Of one person
 * one request is under way at a time, so that the last click is what is stored.
 */
export function useTicks(given: {
  eventId: string;
  onStored: (
    person: AttendancePerson,
    inRoom: boolean,
    attendance: Attendance,
  ) => void;
}): {
  /** What is shown of a person in place of what is stored. */
  inRoom: (person: AttendancePerson) => boolean;
  refusal: string | null;
  tick: (person: AttendancePerson, inRoom: boolean) => void;
} {
  const api = useApi();
  const wanted = useRef(new Map<string, boolean>());
  const [shown, setShown] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [refusal, setRefusal] = useState<string | null>(null);

  function want(key: string, inRoom: boolean | null): void {
    if (inRoom === null) wanted.current.delete(key);
    else wanted.current.set(key, inRoom);
    setShown(new Map(wanted.current));
  }

  async function store(person: AttendancePerson): Promise<void> {
    const { key } = person;
    for (;;) {
      const inRoom = wanted.current.get(key);
      if (inRoom === undefined) return;
      try {
        const body = { key, inRoom };
        const attendance = await tickRoom(api, { id: given.eventId, body });
        given.onStored(person, inRoom, attendance);
        if (wanted.current.get(key) === inRoom) return want(key, null);
      } catch (error) {
        want(key, null);
        setRefusal(
          tickRefusal(person.displayName, inRoom, asApiError(error).message),
        );
        return;
      }
    }
  }

  return {
    inRoom: ({ key, inRoom }) => shown.get(key) ?? inRoom,
    refusal,
    tick: (person, inRoom) => {
      const isUnderWay = wanted.current.has(person.key);
      want(person.key, inRoom);
      setRefusal(null);
      if (!isUnderWay) void store(person);
    },
  };
}
