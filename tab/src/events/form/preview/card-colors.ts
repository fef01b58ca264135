/** The themes whose cards differ. */
export type CardTheme = "light" | "dark" | "contrast";

/** A text's colour, and the same where it stands back. */
interface TextColor {
  default: string;
  subtle: string;
}

type TextColors = Record<
  "default" | "dark" | "light" | "accent" | "good" | "warning" | "attention",
  TextColor
>;

interface BoxColors {
  backgroundColor: string;
  borderColor: string;
  foregroundColors: TextColors;
}

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

/** Boxes stay light in the dark theme, so that text on them is dark. */
const darkTextOnTint: TextColors = { ...darkText, default: darkText.dark };

const tints = {
  accent: { backgroundColor: "#C7DEF9", borderColor: "#62A8F7" },
  good: { backgroundColor: "#CCFFCC", borderColor: "#69E569" },
  attention: { backgroundColor: "#FFC5B2", borderColor: "#FF764C" },
  warning: { backgroundColor: "#FFE2B2", borderColor: "#FFBC51" },
};

function tinted(foregroundColors: TextColors) {
  return {
    accent: { ...tints.accent, foregroundColors },
    good: { ...tints.good, foregroundColors },
    attention: { ...tints.attention, foregroundColors },
    warning: { ...tints.warning, foregroundColors },
  };
}

function plainBox(
  backgroundColor: string,
  foregroundColors: TextColors,
): BoxColors {
  return { backgroundColor, borderColor: "#CCCCCC", foregroundColors };
}

const fluent = (token: string): TextColor => {
  const color = `var(--${token})`;
  return { default: color, subtle: color };
};

const contrastBox: BoxColors = {
  backgroundColor: "var(--colorNeutralBackground1)",
  borderColor: "var(--colorNeutralStroke1)",
  foregroundColors: {
    default: fluent("colorNeutralForeground1"),
    dark: fluent("colorNeutralForeground1"),
    light: fluent("colorNeutralForeground1"),
    accent: fluent("colorBrandForegroundLink"),
    good: fluent("colorStatusSuccessForeground1"),
    warning: fluent("colorStatusWarningForeground1"),
    attention: fluent("colorStatusDangerForeground1"),
  },
};

/**
 * The colours of cards (Teams: the host configs that Microsoft publishes for its light and dark themes). There is none
 * for high contrast: its colours are those of the theme that the tab itself has then.
 */
export const cardColors: Record<CardTheme, Record<string, BoxColors>> = {
  light: {
    default: plainBox("#ffffff", lightText),
    emphasis: plainBox("#fff9f8f7", lightText),
    ...tinted(lightText),
  },
  dark: {
    default: plainBox("#ff2d2c2c", darkText),
    emphasis: plainBox("#ff292828", darkText),
    ...tinted(darkTextOnTint),
  },
  contrast: {
    default: contrastBox,
    emphasis: contrastBox,
    accent: contrastBox,
    good: contrastBox,
    attention: contrastBox,
    warning: contrastBox,
  },
};
