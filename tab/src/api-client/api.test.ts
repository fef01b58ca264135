import { createApi } from "./api.ts";

function apiAnswering(answers: Response[], tokens = ["t1", "t2"]) {
  const sent: Request[] = [];
  const api = createApi({
    ssoToken: ({ renew } = { renew: false }) =>
      Promise.resolve(tokens[renew ? 1 : 0] ?? ""),
    fetch: (path, init) => {
      sent.push(new Request(new URL(path as string, "http://tab.test"), init));
      const answer = answers.shift();
      return answer
        ? Promise.resolve(answer)
        : Promise.reject(new TypeError("Failed to fetch"));
    },
  });
  return { api, sent };
}

const read = (body: unknown) => body;

describe("the API client", () => {
  it("sends the token, the version and the idempotency key", async () => {
    const { api, sent } = apiAnswering([Response.json({ ok: true })]);
    await api.request({
      method: "PUT",
      path: "/api/events/1",
      body: { title: "x" },
      ifMatch: 3,
      idempotencyKey: "k",
      read,
    });
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer t1");
    expect(sent[0]?.headers.get("if-match")).toBe('"3"');
    expect(sent[0]?.headers.get("idempotency-key")).toBe("k");
    expect(await sent[0]?.json()).toEqual({ title: "x" });
  });

  it("renews a refused token once", async () => {
    const { api, sent } = apiAnswering([
      Response.json({}, { status: 401 }),
      Response.json({ ok: true }),
    ]);
    await expect(api.request({ path: "/api/me", read })).resolves.toEqual({
      ok: true,
    });
    expect(sent.map((one) => one.headers.get("authorization"))).toEqual([
      "Bearer t1",
      "Bearer t2",
    ]);
  });

  it("says in a sentence that the backend cannot be reached", async () => {
    const { api } = apiAnswering([]);
    await expect(api.request({ path: "/api/me", read })).rejects.toMatchObject({
      code: "unreachable",
      message: expect.stringContaining("Check your connection") as unknown,
    });
  });

  it("hands on what the backend refused and why", async () => {
    const { api } = apiAnswering([
      Response.json(
        {
          detail: "Choose a later start.",
          field: "start",
          code: "startInPast",
        },
        { status: 400 },
      ),
    ]);
    await expect(api.request({ path: "/x", read })).rejects.toMatchObject({
      status: 400,
      field: "start",
      message: "Choose a later start.",
    });
  });
});
