/** Where "exactly once" cannot be had, what may happen instead. Everything else has to end as if nothing had happened. */
export const bounds = {
  1: "A card's post whose answer was lost is posted again, so a copy may stand in the channel until somebody looks at it; then it goes. The connector takes no key by which it would know a repeated post.",
  2: "The greeting of a team comes at most once: where its answer was lost, or the product died while it was sent, it may be missing.",
  3: "An admin hears of a broken connection at least once: where the answer to the message was lost, it may come twice.",
  4: "A subscription whose answer was lost, or that was to be deleted when the account was disconnected, may stand at Graph until it runs out by itself, within a week. Its reports are refused.",
  5: "A sign-in that was interrupted is begun anew by the admin; nothing of it takes effect.",
} as const;

export type Bound = keyof typeof bounds;
