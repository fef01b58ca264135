import { teamsHighContrastTheme as contrast } from "@fluentui/react-components";
import type { ThemeName } from "../shell/themes.ts";

/** Colours as Adaptive Cards write them: `#RRGGBB` or `#AARRGGBB`. */
type TextColor = { default: string; subtle: string };

type TextColorName =
  "default" | "dark" | "light" | "accent" | "good" | "warning" | "attention";

type TextColors = Record<TextColorName, TextColor>;

type ContainerStyleName =
  "default" | "emphasis" | "accent" | "good" | "attention" | "warning";

type ContainerColors = {
  backgroundColor: string;
  borderColor: string;
  /** The colours of text that stands on this background. */
  foregroundColors: TextColors;
};

export type CardPalette = {
  separator: string;
  containers: Record<ContainerStyleName, ContainerColors>;
};

const lightText: TextColors = {
  default: { default: "#ff252424", subtle: "#bf252424" },
  dark: { default: "#252424", subtle: "#bf252424" },
  light: { default: "#ffffff", subtle: "#fff3f2f1" },
  accent: { default: "#6264a7", subtle: "#8b8cc7" },
  good: { default: "#92c353", subtle: "#e592c353" },
  warning: { default: "#f8d22a", subtle: "#e5f8d22a" },
  attention: { default: "#c4314b", subtle: "#e5c4314b" },
};

const darkText: TextColors = {
  default: { default: "#ffffffff", subtle: "#bfffffff" },
  dark: { default: "#ff201f1f", subtle: "#ff2d2c2c" },
  light: { default: "#ffffffff", subtle: "#bfffffff" },
  accent: { default: "#ffa6a7dc", subtle: "#ff8b8cc7" },
  good: { default: "#ff92c353", subtle: "#e592c353" },
  warning: { default: "#fff8d22a", subtle: "#e5f8d22a" },
  attention: { default: "#ffd74654", subtle: "#e5d74654" },
};

/** Teams keeps the tinted boxes light in the dark theme, so text on them is dark. */
const darkTextOnTint: TextColors = { ...darkText, default: darkText.dark };

const contrastText: TextColors = {
  default: both(contrast.colorNeutralForeground1),
  // A text that names a tone for itself would vanish on the one background there is.
  dark: both(contrast.colorNeutralForeground1),
  light: both(contrast.colorNeutralForeground1),
  accent: both(contrast.colorBrandForegroundLink),
  good: both(contrast.colorStatusSuccessForeground1),
  warning: both(contrast.colorStatusWarningForeground1),
  attention: both(contrast.colorStatusDangerForeground1),
};

/** The boxes of a card that stand out by a tint, alike in the light and the dark theme. */
const tints = {
  accent: { backgroundColor: "#C7DEF9", borderColor: "#62A8F7" },
  good: { backgroundColor: "#CCFFCC", borderColor: "#69E569" },
  attention: { backgroundColor: "#FFC5B2", borderColor: "#FF764C" },
  warning: { backgroundColor: "#FFE2B2", borderColor: "#FFBC51" },
};

const contrastBox: ContainerColors = {
  backgroundColor: contrast.colorNeutralBackground1,
  borderColor: contrast.colorNeutralStroke1,
  foregroundColors: contrastText,
};

/**
 * The colours of cards in Teams (Teams: the host configs that Microsoft
 * publishes for its light and dark themes). There is none for high contrast:
 * its colours are those of Fluent's high contrast theme for Teams.
 */
export const cardPalettes: Record<ThemeName, CardPalette> = {
  light: {
    separator: "#EEEEEE",
    containers: {
      default: {
        backgroundColor: "#ffffff",
        borderColor: "#CCCCCC",
        foregroundColors: lightText,
      },
      emphasis: {
        backgroundColor: "#fff9f8f7",
        borderColor: "#666666",
        foregroundColors: lightText,
      },
      ...tinted(lightText),
    },
  },
  dark: {
    separator: "#EEEEEE",
    containers: {
      default: {
        backgroundColor: "#ff2d2c2c",
        borderColor: "#CCCCCC",
        foregroundColors: darkText,
      },
      emphasis: {
        backgroundColor: "#ff292828",
        borderColor: "#666666",
        foregroundColors: darkText,
      },
      ...tinted(darkTextOnTint),
    },
  },
  contrast: {
    separator: contrast.colorNeutralStroke2,
    containers: {
      default: contrastBox,
      emphasis: contrastBox,
      accent: contrastBox,
      good: contrastBox,
      attention: contrastBox,
      warning: contrastBox,
    },
  },
};

function tinted(foregroundColors: TextColors) {
  return {
    accent: { ...tints.accent, foregroundColors },
    good: { ...tints.good, foregroundColors },
    attention: { ...tints.attention, foregroundColors },
    warning: { ...tints.warning, foregroundColors },
  };
}

function both(color: string): TextColor {
  return { default: color, subtle: color };
}
