import type { ThemeName } from "../shell/themes.ts";
import { cardPalettes } from "./card-palettes.ts";

const fontSizes = {
  small: 12,
  default: 14,
  medium: 14,
  large: 18,
  extraLarge: 24,
};
const fontWeights = { lighter: 200, default: 400, bolder: 600 };

/** Sizes in CSS pixels, the same in each theme (Teams: the host configs that Microsoft publishes for its themes). */
const measures = {
  choiceSetInputValueSeparator: ",",
  supportsInteractivity: true,
  spacing: {
    small: 8,
    default: 12,
    medium: 16,
    large: 20,
    extraLarge: 24,
    padding: 16,
  },
  imageSizes: { small: 32, medium: 52, large: 100 },
  fontTypes: {
    default: {
      fontFamily: "'Segoe UI', Tahoma, Geneva, Verdana, sans-serif",
      fontSizes,
      fontWeights,
    },
    monospace: {
      fontFamily: "'Courier New', Courier, monospace",
      fontSizes,
      fontWeights,
    },
  },
  textStyles: {
    heading: {
      fontType: "default",
      size: "large",
      weight: "bolder",
      color: "default",
      isSubtle: false,
    },
  },
  textBlock: { headingLevel: 2 },
  actions: {
    maxActions: 6,
    spacing: "Default",
    buttonSpacing: 8,
    showCard: { actionMode: "Inline", inlineTopMargin: 16, style: "emphasis" },
    preExpandSingleShowCardAction: false,
    actionsOrientation: "Horizontal",
    actionAlignment: "Left",
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: "Medium", maxImageHeight: 100 },
  factSet: {
    title: {
      size: "Default",
      color: "Default",
      isSubtle: false,
      weight: "Bolder",
      wrap: true,
    },
    value: {
      size: "Default",
      color: "Default",
      isSubtle: false,
      weight: "Default",
      wrap: true,
    },
    spacing: 16,
  },
};

/** How Teams draws Adaptive Cards in a theme, in the form that the official renderer's `HostConfig` reads. */
export function teamsHostConfig(theme: ThemeName) {
  const { separator, containers } = cardPalettes[theme];
  return {
    ...measures,
    separator: { lineThickness: 1, lineColor: separator },
    containerStyles: containers,
  };
}
