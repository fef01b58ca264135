import { makeStyles, tokens } from "@fluentui/react-components";

const focusRing = {
  outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
  outlineOffset: "1px",
};

/** What the host config does not say: buttons, links and inputs in the look of Teams. */
export const useCardStyles = makeStyles({
  card: {
    position: "relative",
    maxWidth: "480px",
    overflow: "hidden",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
    overflowWrap: "anywhere",
    "& .ac-adaptiveCard:focus-visible": { ...focusRing, outlineOffset: "-3px" },
    // In high contrast all boxes are black: a line shows where they are.
    '& .ac-adaptiveCard .ac-container[style*="background-color"]': {
      outline: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
      outlineOffset: "-1px",
    },
    "& .ac-textBlock ul, & .ac-textBlock ol": {
      paddingInlineStart: tokens.spacingHorizontalXL,
    },
    "& a.ac-anchor": {
      // The usual colour of links is too faint on the cards of the dark theme.
      color: tokens.colorBrandForeground2,
      textDecorationLine: "underline",
      ":hover": { color: tokens.colorBrandForeground2Hover },
      ":focus-visible": focusRing,
    },
    "& .ac-actionSet": {
      flexWrap: "wrap",
      gap: tokens.spacingHorizontalS,
      // The renderer's own gaps would indent a second row.
      "& > div:empty": { display: "none" },
    },
    "& .ac-pushButton, & .ac-pushButton-disabled": {
      minHeight: "32px",
      padding: `5px ${tokens.spacingHorizontalM}`,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      lineHeight: tokens.lineHeightBase300,
      textAlign: "center",
      cursor: "pointer",
    },
    "& .ac-pushButton:hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1Hover}`,
    },
    "& .ac-pushButton:focus-visible": focusRing,
    "& .ac-pushButton.style-positive": {
      backgroundColor: tokens.colorBrandBackground,
      color: tokens.colorNeutralForegroundOnBrand,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandBackground}`,
      ":hover": {
        backgroundColor: tokens.colorBrandBackgroundHover,
        color: tokens.colorNeutralForegroundOnBrand,
      },
    },
    "& .ac-pushButton.style-destructive": {
      color: tokens.colorStatusDangerForeground1,
      ":hover": { color: tokens.colorNeutralForeground1Hover },
    },
    "& .ac-pushButton.expanded": {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      color: tokens.colorNeutralForeground1Selected,
    },
    "& .ac-pushButton[aria-disabled=true], & .ac-pushButton-disabled": {
      backgroundColor: tokens.colorNeutralBackgroundDisabled,
      color: tokens.colorNeutralForegroundDisabled,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeDisabled}`,
      cursor: "not-allowed",
    },
    "& .ac-selectable": { cursor: "pointer" },
    "& .ac-selectable:focus-visible": focusRing,
    "& .ac-input": {
      boxSizing: "border-box",
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      color: tokens.colorNeutralForeground1,
    },
    "& .ac-textInput, & .ac-numberInput, & .ac-dateInput, & .ac-timeInput, & .ac-choiceSetInput-compact":
      {
        minHeight: "32px",
        padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
        border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
        borderRadius: tokens.borderRadiusMedium,
        backgroundColor: tokens.colorNeutralBackground1,
      },
    "& .ac-input-validation-failed": {
      border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder2}`,
    },
  },
  /** Teams: `msteams.width` "Full". */
  full: { maxWidth: "none" },
  veil: {
    position: "absolute",
    top: tokens.spacingVerticalS,
    insetInlineEnd: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
  instead: {
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});
