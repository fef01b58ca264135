import { contentDisposition, downloadName } from "./download-name.ts";

const name = (title: string) =>
  downloadName({ title, start: "2031-12-01T12:00" }, " attendance.csv");

describe("the name of a download", () => {
  it.each([
    ["Lunch and learn", "Lunch and learn 2031-12-01 attendance.csv"],
    ["../../etc/passwd", "etc passwd 2031-12-01 attendance.csv"],
    ['What? "Me": <b>|*\\', "What Me b 2031-12-01 attendance.csv"],
    ["evil\u202egpj.exe", "evil gpj.exe 2031-12-01 attendance.csv"],
    ["a\r\nSet-Cookie: x", "a Set-Cookie x 2031-12-01 attendance.csv"],
    ["--help", "help 2031-12-01 attendance.csv"],
    ["Größe 🎉", "Größe 🎉 2031-12-01 attendance.csv"],
    ["///", "2031-12-01 attendance.csv"],
  ])("of %j is %j", (title, expected) => {
    expect(name(title)).toBe(expected);
  });

  it("is no longer than file systems take", () => {
    expect([...name("🎉".repeat(300))].length).toBeLessThan(120);
  });
});

describe("the header that names it", () => {
  it("has it in letters of both kinds", () => {
    expect(contentDisposition("Größe (1) 🎉 it's.csv")).toBe(
      `attachment; filename="Groe (1) it's.csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%281%29%20%F0%9F%8E%89%20it%27s.csv`,
    );
  });

  it.each(["Größe", "a\r\nb: c", 'x"; filename="y', "％", "\ud800 alone"])(
    "is one line that ends where it should, whatever the title: %j",
    (title) => {
      const header = contentDisposition(name(title));
      expect(header).toMatch(
        /^attachment; filename="[ !#-\x7e]*"; filename\*=UTF-8''[\w.!~%-]+$/,
      );
    },
  );
});
