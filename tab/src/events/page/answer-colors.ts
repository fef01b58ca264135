import { tokens } from "@fluentui/react-components";
import type { Answer } from "../../../../bot/contract/answer.ts";
import { answerLabel } from "../answer-words.ts";

export interface AnswerColor {
  answer: Answer;
  label: string;
  color: string;
}

const colors: { answer: Answer; usual: string; highContrast: string }[] = [
  {
    answer: "accepted",
    usual: tokens.colorPaletteGreenForeground1,
    highContrast: tokens.colorNeutralForegroundDisabled,
  },
  {
    answer: "tentative",
    usual: tokens.colorPaletteYellowBorderActive,
    highContrast: tokens.colorBrandForegroundLink,
  },
  {
    answer: "declined",
    usual: tokens.colorPaletteRedForeground1,
    highContrast: tokens.colorCompoundBrandBackground,
  },
  {
    answer: "none",
    usual: tokens.colorNeutralStroke1,
    highContrast: tokens.colorNeutralForeground1,
  },
];

/**
 * The answers in the order of the chart, each with its colour of the theme. The contrast theme makes green, red and
 * grey the same white, so it gets those four of its colours that differ: green, yellow, cyan and white.
 */
export function answerColors(highContrast: boolean): AnswerColor[] {
  return colors.map((one) => ({
    answer: one.answer,
    label: answerLabel(one.answer),
    color: highContrast ? one.highContrast : one.usual,
  }));
}
