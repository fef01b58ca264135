import type { FrameLocator, Locator } from "playwright-core";

/** The form for a new event and for a change of one. */
export function eventForm(app: FrameLocator) {
  const listOf = (address: string) =>
    app.getByRole("group", { name: address, exact: true });
  return {
    async fill(fields: Record<string, string>): Promise<void> {
      for (const [label, text] of Object.entries(fields)) {
        const field = app.getByRole("textbox", { name: label, exact: true });
        await field.or(app.getByLabel(label, { exact: true })).fill(text);
      }
    },
    description: app.getByRole("textbox", { name: "Description" }),
    inWords: app.getByRole("textbox", { name: "In words" }),
    startTime: app.getByLabel("Start time"),
    preview: {
      card: app.getByRole("group", { name: "Card in Teams" }),
      invitation: app.frameLocator("iframe[title='Text of the invitation']"),
    },
    /** Whether a card is posted in the channel of this label. */
    channel: (label: string | RegExp) =>
      app
        .getByRole("group", { name: "Post a card in" })
        .getByRole("checkbox", { name: label }),
    /** Marks a typed address as a mailing list of about so many people. */
    async markList(address: string, about: string): Promise<void> {
      await app
        .getByRole("combobox", { name: "This is a mailing list" })
        .selectOption(address);
      await listOf(address)
        .getByRole("spinbutton", { name: /^About how many people/ })
        .fill(about);
    },
    /** Whether a mailing list that an admin named is invited. */
    namedList: (label: string | RegExp) =>
      app
        .getByRole("group", {
          name: "Mailing lists that your administrators named",
        })
        .getByRole("checkbox", { name: label }),
    /** What is said of a marked list. */
    list: listOf,
    letOthersJoin: app.getByRole("checkbox", { name: "Let others join" }),
    /** Goes on to the dialog that says who will be mailed. */
    async review(title: string): Promise<Locator> {
      await app.getByRole("button", { name: "Review and send" }).click();
      const dialog = app.getByRole("dialog", { name: title });
      await dialog
        .getByRole("button", { name: /^Send \d|^Save without sending/ })
        .waitFor();
      return dialog;
    },
  };
}
