import { downloadsSentence, fileNameOf } from "./download-words.ts";

const reader = { locale: "en-GB", timeZone: "Europe/London" };
const at = "2026-12-01T18:40:00.000Z";

describe("downloads in words", () => {
  it("says that each is logged, and names the last three", () => {
    expect(downloadsSentence([], reader)).toBe(
      "Each download is logged with name and time. There was none so far.",
    );
    const by = (name: string) => ({ by: name, at });
    expect(downloadsSentence([by("Megan Bowen")], reader)).toBe(
      "Each download is logged with name and time. The last: Megan Bowen (1 Dec, 18:40).",
    );
    expect(
      downloadsSentence([by("A"), by("B"), by("C"), by("D")], reader),
    ).toMatch(/The last: A \(.+\), B \(.+\), C \(.+\) and others before\.$/);
  });

  it("takes the file's name from the backend", () => {
    expect(
      fileNameOf(
        `attachment; filename="Lunch a.csv"; filename*=UTF-8''Lunch%20%C3%A4.csv`,
      ),
    ).toBe("Lunch ä.csv");
    expect(fileNameOf("attachment")).toBeNull();
    expect(fileNameOf("attachment; filename*=UTF-8''%E4")).toBeNull();
    expect(fileNameOf(null)).toBeNull();
  });
});
