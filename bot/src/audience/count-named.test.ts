import { countNamed } from "./count-named.ts";
import type { Invitee } from "./resolve-audience.ts";

const invitee = (address: string, more: Partial<Invitee> = {}): Invitee => ({
  address,
  displayName: address,
  objectId: null,
  listSize: null,
  inGroup: false,
  aliases: [],
  ...more,
});

describe("the addresses that a lead named", () => {
  it("come down to people: those once more, and those of the group are told apart", () => {
    const invitees = [
      invitee("adele@x.com", { inGroup: true }),
      invitee("alex@x.com", { aliases: ["alexw@x.com"] }),
      invitee("lee@x.com"),
      invitee("nobody-named@x.com", { inGroup: true }),
    ];
    const names = [
      "adele@x.com",
      "alex@x.com",
      "alexw@x.com",
      "lee@x.com",
      "lee@x.com",
      "the-organizer@x.com",
    ];
    expect(countNamed({ names, invitees, before: null })).toEqual({
      people: 3,
      doubles: 2,
      inGroup: 1,
      invited: 0,
      organizer: true,
    });
  });

  it("are told as invited only where a change adds somebody who is on the event already", () => {
    const names = ["stays@x.com", "joined@x.com", "new@x.com"];
    expect(
      countNamed({
        names,
        invitees: names.map((name) => invitee(name)),
        before: {
          names: ["stays@x.com"],
          invited: new Set(["stays@x.com", "joined@x.com"]),
        },
      }),
    ).toMatchObject({ people: 3, invited: 1 });
  });

  it("mean the mail address where a name is one person's sign-in name and another one's address", () => {
    const invitees = [
      invitee("lee@x.com", { aliases: ["alex@x.com"] }),
      invitee("alex@x.com"),
      invitee("adele@x.com", { aliases: ["lee@x.com"] }),
    ];
    const names = ["alex@x.com", "lee@x.com", "adele@x.com"];
    expect(countNamed({ names, invitees, before: null })).toMatchObject({
      people: 3,
      doubles: 0,
    });
  });
});
