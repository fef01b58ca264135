import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Appearance } from "../../../../../bot/contract/appearance.ts";
import { useReader } from "../../../teams/reader.ts";
import { useThemeName } from "../../../teams/use-theme-name.ts";
import type { CardTheme } from "./card-colors.ts";
import { drawCard } from "./draw-card.ts";

const useStyles = makeStyles({
  place: {
    minWidth: 0,
    overflowX: "auto",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    "& a": {
      color: tokens.colorBrandForegroundLink,
      textDecorationLine: "underline",
    },
    "& p": { margin: 0 },
    "& button": {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      font: "inherit",
    },
  },
});

/** The card of the channel, as it would be drawn there. */
export function CardPicture({ card }: Pick<Appearance, "card">) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const theme = cardTheme(useThemeName());
  const { locale } = useReader();
  useEffect(() => {
    const drawn = drawCard(card, { theme, locale });
    place.current?.replaceChildren(...(drawn ? [drawn] : []));
  }, [card, theme, locale]);
  return (
    <div
      ref={place}
      role="group"
      aria-label="Card in Teams"
      className={styles.place}
    />
  );
}

function cardTheme(name: string): CardTheme {
  if (name === "dark" || name === "glass") return "dark";
  return name === "contrast" ? "contrast" : "light";
}
