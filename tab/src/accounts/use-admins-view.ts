import { useState } from "react";
import { keptView, localStorageIfAllowed } from "./kept-view.ts";

/** Whether an admin looks at the app as an admin; everybody else never does. */
export function useAdminsView(person: { objectId: string; isAdmin: boolean }): {
  adminsView: boolean;
  chooseAdminsView: (chosen: boolean) => void;
} {
  const [kept] = useState(() =>
    keptView({
      storage: localStorageIfAllowed(),
      userObjectId: person.objectId,
    }),
  );
  const [chosen, setChosen] = useState(() => kept.isAdmins());
  return {
    adminsView: person.isAdmin && chosen,
    chooseAdminsView(next) {
      kept.keep(next);
      setChosen(next);
    },
  };
}
