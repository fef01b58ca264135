import {
  answerRequest,
  type AppPhase,
  type HostDuties,
} from "./answer-request.ts";

function duties(changes: Partial<HostDuties> = {}): HostDuties {
  return {
    frameContext: "content",
    setUp: undefined,
    context: () => ({ entityId: "events" }),
    config: () => ({ entityId: "events" }),
    ssoToken: () => Promise.resolve("token"),
    signIn: () => Promise.resolve([true, "done"]),
    openLink: () => true,
    openPage: () => undefined,
    shareLink: () => undefined,
    selectPeople: () => Promise.resolve([null, []]),
    onPhase: () => undefined,
    ...changes,
  };
}

const request = (func: string, ...args: unknown[]) => ({ id: 1, func, args });

describe("Teams' answers to teams-js", () => {
  it("tell at initialize the frame, the client, what is supported and the version", async () => {
    const reply = await answerRequest(request("initialize"), duties());
    expect(reply?.[0]).toBe("content");
    expect(reply?.[1]).toBe("web");
    expect(JSON.parse(String(reply?.[2]))).toMatchObject({ apiVersion: 4 });
    expect(reply?.[3]).toBe("2.58.0");
  });

  it("give the token, or say why there is none", async () => {
    const ask = request("authentication.getAuthToken");
    expect(await answerRequest(ask, duties())).toEqual([true, "token"]);
    const refused = duties({
      ssoToken: () => Promise.reject(new Error("resourceRequiresConsent")),
    });
    expect(await answerRequest(ask, refused)).toEqual([
      false,
      "resourceRequiresConsent",
    ]);
  });

  it("lift the veil at success, and show what failed", async () => {
    const phases: AppPhase[] = [];
    const watching = duties({ onPhase: (phase) => phases.push(phase) });
    const success = request("appInitialization.success", "2.58.0");
    const failure = request("appInitialization.failure", "AuthFailed", "No.");
    expect(await answerRequest(success, watching)).toBeUndefined();
    await answerRequest(failure, watching);
    expect(phases).toEqual([
      { phase: "shown" },
      { phase: "failed", reason: "AuthFailed", message: "No." },
    ]);
  });

  it("say so when a link may not be opened", async () => {
    const ask = request("executeDeepLink", "javascript:alert(1)");
    const reply = await answerRequest(ask, duties({ openLink: () => false }));
    expect(reply?.[0]).toBe(false);
  });

  it("let an app set up a tab where Teams asks for it, and nowhere else", async () => {
    const heard: unknown[] = [];
    const settingUp = duties({
      frameContext: "settings",
      setUp: {
        setValid: (isValid) => heard.push(isValid),
        setSettings: (config) => {
          heard.push(config);
          return [true];
        },
        onSave: (answer) => heard.push(answer),
      },
    });
    const [frame, , runtime] =
      (await answerRequest(request("initialize"), settingUp)) ?? [];
    expect(frame).toBe("settings");
    expect(JSON.parse(String(runtime))).toMatchObject({
      supports: { pages: { config: {} } },
    });
    const config = { entityId: "events-1", contentUrl: "http://a.test/" };
    const ask = request("settings.setSettings", config);
    expect(
      await answerRequest(
        request("settings.setValidityState", true),
        settingUp,
      ),
    ).toBeUndefined();
    expect(await answerRequest(ask, settingUp)).toEqual([true]);
    await answerRequest(request("settings.save.failure", "No."), settingUp);
    await answerRequest(request("settings.save.success"), settingUp);
    expect(heard).toEqual([
      true,
      config,
      { ok: false, reason: "No." },
      { ok: true },
    ]);
    expect((await answerRequest(ask, duties()))?.[0]).toBe(false);
  });

  it("open the people picker as the app wants it, which is supported", async () => {
    const [, , runtime] =
      (await answerRequest(request("initialize"), duties())) ?? [];
    expect(JSON.parse(String(runtime))).toMatchObject({
      supports: { people: {} },
    });
    const asked: unknown[] = [];
    const picking = duties({
      selectPeople: (inputs) => {
        asked.push(inputs);
        return Promise.resolve([null, [{ objectId: "1" }]]);
      },
    });
    const ask = request("people.selectPeople", { title: "Invite" });
    expect(await answerRequest(ask, picking)).toEqual([
      null,
      [{ objectId: "1" }],
    ]);
    expect(asked).toMatchObject([{ title: "Invite", singleSelect: false }]);
  });
});
