import { insightsCsv } from "./insights-csv.ts";

describe("insights as a file", () => {
  it("have a line for each group and time, and no group's name is a formula", () => {
    const numbers = {
      events: 2,
      cancelled: 1,
      invited: 40,
      byLists: 300,
      answered: 20,
      accepted: 12,
      tentative: 5,
      declined: 3,
      counted: 1,
      came: 9,
      expected: 10,
      didNotCome: 2,
    };
    expect(
      [...insightsCsv([{ start: "2031-12-01", group: '=1+1"', numbers }])].join(
        "",
      ),
    ).toBe(
      '\ufeff"From","Group","Events","Cancelled events","Invited","Reached by mailing lists (about)","Answered","Going","Maybe","Can\'t go","Events with attendance","Came","Accepted events with attendance","Accepted and did not come"\r\n' +
        '"2031-12-01","\'=1+1""",2,1,40,300,20,12,5,3,1,9,10,2\r\n',
    );
  });
});
