import { useState } from "react";
import { useReader } from "../../teams/reader.ts";
import { draftStorage, keptDrafts } from "./kept-draft.ts";

/** The unsaved forms of the person who reads. */
export function useKeptDrafts() {
  const { objectId } = useReader();
  const [drafts] = useState(() =>
    keptDrafts({ storage: draftStorage(), userObjectId: objectId }),
  );
  return drafts;
}
