import { useEffect, useEffectEvent, useState } from "react";
import { asApiError } from "../../api-client/api-error.ts";
import {
  checkDraft,
  firstWrongField,
  formFieldOf,
  type FieldErrors,
} from "./check-draft.ts";
import {
  takeTypedAddresses,
  type EventDraft,
  type SettledDraft,
} from "./event-draft.ts";
import { controlId } from "./form-part.ts";
import { useKeeping } from "./use-keeping.ts";
import { useKeptDrafts } from "./use-kept-drafts.ts";

/** What was wrong when the form was last to be sent. */
interface Refusal {
  draft: EventDraft;
  errors: FieldErrors;
  at: Date;
}

/** What the form holds, what is wrong with it, and whether it stands before the last look. */
export function useEventForm(given: {
  /** Under which the unsaved form is kept. */
  form: string;
  /** The version that `saved` is of; null for a new event. */
  version: number | null;
  first: EventDraft;
  /** The event as it is stored; null for a new one. */
  saved: SettledDraft | null;
  /** Fills in what the lead left as it is. */
  settle: (draft: EventDraft) => SettledDraft;
}) {
  const drafts = useKeptDrafts();
  const [restored] = useState(() => drafts.read(given.form));
  const [first] = useState(given.first);
  const [base] = useState(() =>
    given.saved === null || given.version === null
      ? null
      : { draft: given.saved, version: given.version },
  );
  const [draft, setDraft] = useState(restored?.draft ?? first);
  const [isSent, setSent] = useState(false);
  const [restoredFrom, setRestoredFrom] = useState<"reload" | "stop" | null>(
    restored === null ? null : restored.wasStopped ? "stop" : "reload",
  );
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [reviewing, setReviewing] = useState(false);

  useKeeping(
    () =>
      drafts.keep(given.form, {
        draft,
        base,
        wasStopped: restoredFrom === "stop",
      }),
    { draft, isChanged: draft !== first && !isSent },
  );

  const focusFirstWrong = useEffectEvent((errors: FieldErrors) => {
    const field = firstWrongField(errors);
    if (field !== null) document.getElementById(controlId(field))?.focus();
  });
  useEffect(() => {
    if (refusal !== null) focusFirstWrong(refusal.errors);
  }, [refusal]);

  const settled = given.settle(draft);

  function refuse(complete: EventDraft, errors: FieldErrors): void {
    setRefusal({ draft: complete, errors, at: new Date() });
    setReviewing(false);
  }

  return {
    draft: settled,
    errors:
      draft === refusal?.draft
        ? refusal.errors
        : shownErrors(settled, { refusal, saved: given.saved }),
    reviewing,
    restoredFrom,
    change: setDraft,
    startOver: (): void => {
      drafts.forget(given.form);
      setDraft(first);
      setRefusal(null);
      setRestoredFrom(null);
    },
    review: (): void => {
      const complete = takeTypedAddresses(draft);
      const { saved } = given;
      const errors = checkDraft(given.settle(complete), {
        saved,
        now: new Date(),
      });
      setDraft(complete);
      if (firstWrongField(errors) !== null) refuse(complete, errors);
      else {
        setRefusal(null);
        setReviewing(true);
      }
    },
    backToForm: () => setReviewing(false),
    sent: (): void => {
      setSent(true);
      setReviewing(false);
      drafts.forget(given.form);
    },
    /** Puts a refusal of the backend's at its field and hands it on. */
    refusedBy: (error: unknown): never => {
      const { field, message } = asApiError(error);
      const formField = field === null ? null : formFieldOf(field);
      if (formField !== null) refuse(draft, { [formField]: message });
      throw error;
    },
  };
}

/**
 * What is wrong at which field. What was refused goes away as it is mended;
 * new complaints wait until the form is to be sent again.
 */
function shownErrors(
  draft: SettledDraft,
  { refusal, saved }: { refusal: Refusal | null; saved: SettledDraft | null },
): FieldErrors {
  if (refusal === null) return {};
  const found = checkDraft(draft, { saved, now: refusal.at });
  return Object.fromEntries(
    Object.entries(found).filter(([field]) => field in refusal.errors),
  );
}
