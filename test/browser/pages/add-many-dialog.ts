import type { FrameLocator, Locator } from "playwright-core";

/** The dialog in which a list of people is looked at before it is added. */
export function addManyDialog(app: FrameLocator) {
  const surface = app.getByRole("dialog", { name: "Add many people" });
  const says = (words: string) => surface.getByText(words).waitFor();
  return {
    surface,
    says,
    async open(): Promise<void> {
      await app.getByRole("button", { name: "Add many people" }).click();
      await surface.waitFor();
    },
    /** Chooses a file, now or after a list that could not be read. */
    choose: (file: { name: string; mimeType: string; buffer: Buffer }) =>
      surface.locator('input[type="file"]').setInputFiles(file),
    async paste(text: string): Promise<void> {
      await surface.getByRole("textbox").fill(text);
      await surface.getByRole("button", { name: "Check the list" }).click();
    },
    column: surface.getByRole("combobox", {
      name: "Column with the addresses",
    }),
    /** What becomes of the entries, by kind. */
    async counts(list: string): Promise<Record<string, string>> {
      const rows = surface
        .getByRole("table", { name: `What ${list} would add` })
        .getByRole("row");
      const texts = await rows.evaluateAll((all) =>
        all.map((row) =>
          [...row.children].map((cell) => cell.textContent ?? ""),
        ),
      );
      return Object.fromEntries(texts as [string, string][]);
    },
    /** An entry that is no address, by its row. */
    refused: (row: number, words: RegExp): Locator =>
      surface
        .getByRole("table", { name: "No e-mail addresses" })
        .getByRole("row")
        .filter({
          has: app.getByRole("cell", { name: String(row), exact: true }),
        })
        .filter({ hasText: words }),
    alert: (words: string) =>
      surface.getByRole("alert").filter({ hasText: words }),
    async add(label: string): Promise<void> {
      await surface.getByRole("button", { name: label }).click();
      await surface.waitFor({ state: "detached" });
    },
    close: () =>
      surface.getByRole("button", { name: "Close without adding" }).click(),
  };
}
