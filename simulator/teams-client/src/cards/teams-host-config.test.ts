import { themeNames } from "../shell/themes.ts";
import { teamsHostConfig } from "./teams-host-config.ts";

const boxes = (theme: (typeof themeNames)[number]) =>
  teamsHostConfig(theme).containerStyles;

describe("the look of cards", () => {
  it("has Teams' figures in the light theme", () => {
    expect(teamsHostConfig("light")).toMatchObject({
      spacing: { small: 8, default: 12, padding: 16 },
      actions: { maxActions: 6, buttonSpacing: 8 },
      adaptiveCard: { allowCustomStyle: false },
    });
    expect(boxes("light").default).toMatchObject({
      backgroundColor: "#ffffff",
      foregroundColors: {
        default: { default: "#ff252424", subtle: "#bf252424" },
        accent: { default: "#6264a7" },
      },
    });
  });

  it("keeps tinted boxes light in the dark theme, with dark text on them", () => {
    const { good, default: plain } = boxes("dark");
    expect(plain.foregroundColors.default.default).toBe("#ffffffff");
    expect(good.backgroundColor).toBe(boxes("light").good.backgroundColor);
    expect(good.foregroundColors.default.default).toBe("#ff201f1f");
  });

  it("is plain white on black in high contrast", () => {
    for (const box of Object.values(boxes("contrast"))) {
      expect(box.backgroundColor).toBe("#000000");
      expect(box.foregroundColors.default.default).toBe("#ffffff");
      expect(box.foregroundColors.dark.default).toBe("#ffffff");
    }
  });

  it("has the same sizes in each theme", () => {
    const sizes = themeNames.map((theme) => {
      const { spacing, fontTypes, imageSizes } = teamsHostConfig(theme);
      return { spacing, fontTypes, imageSizes };
    });
    expect(sizes[1]).toEqual(sizes[0]);
    expect(sizes[2]).toEqual(sizes[0]);
  });
});
