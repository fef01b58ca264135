import {
  Badge,
  Card,
  Link as FluentLink,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useAddress } from "../shell/use-address.ts";
import type { WalkthroughStep } from "./steps.ts";

const useStyles = makeStyles({
  item: { display: "grid" },
  head: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  heading: { margin: 0 },
  text: { flexGrow: 1 },
  links: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
});

export function Step(props: { number: number; step: WalkthroughStep }) {
  const styles = useStyles();
  const { hrefFor } = useAddress();
  const { step } = props;
  return (
    <li className={styles.item}>
      <Card>
        <div className={styles.head}>
          <Badge size="large" appearance="filled" color="brand" aria-hidden>
            {props.number}
          </Badge>
          <Subtitle2 as="h2" className={styles.heading}>
            {step.title}
          </Subtitle2>
        </div>
        <Text className={styles.text}>{step.text}</Text>
        <div className={styles.links}>
          {step.links.map(({ label, path, as, subPageId }) => (
            <FluentLink
              key={label}
              href={hrefFor(path, {
                ...(as && { as: as.upn }),
                subPageId: subPageId ?? null,
              })}
              target="_blank"
            >
              {label}
            </FluentLink>
          ))}
        </div>
      </Card>
    </li>
  );
}
