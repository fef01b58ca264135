import { ApiError } from "../../../api-client/api-error.ts";
import { errorAmong, noPages, withPage, withoutPage } from "./held-pages.ts";

const failure = () =>
  new ApiError({ code: "unreachable", message: "No answer.", status: 0 });
const found = { attendees: [], count: 300 };

describe("pages of attendees", () => {
  it("that are missing are not hidden by others that come later", () => {
    const error = failure();
    const held = withPage(withoutPage(noPages("a"), { page: 1, error }), {
      ...{ page: 2, beat: "0", found },
    });
    expect(errorAmong(held, { first: 1, last: 2 })).toBe(error);
    // Nobody looks at it.
    expect(errorAmong(held, { first: 2, last: 2 })).toBeNull();
  });

  it("are missing no more once they have come", () => {
    const held = withPage(
      withoutPage(noPages("a"), { page: 1, error: failure() }),
      { page: 1, beat: "1", found },
    );
    expect(errorAmong(held, { first: 0, last: 2 })).toBeNull();
    expect(held.count).toBe(300);
  });

  it("are missed anew with each try that fails, so that another follows", () => {
    const again = failure();
    const held = withoutPage(
      withoutPage(noPages("a"), { page: 1, error: failure() }),
      { page: 1, error: again },
    );
    expect(errorAmong(held, { first: 0, last: 2 })).toBe(again);
  });
});
