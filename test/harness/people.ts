/** Whom tests mean by these words; all are in the simulator's seed. */
export const people = {
  admin: "IsaiahL@contoso.com",
  lead: "MeganB@contoso.com",
  organizer: "ergs@contoso.com",
};
