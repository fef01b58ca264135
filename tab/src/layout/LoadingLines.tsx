import {
  Skeleton,
  SkeletonItem,
  makeStyles,
  tokens,
} from "@fluentui/react-components";

const useStyles = makeStyles({
  lines: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
});

/** Grey bars where content will be. */
export function LoadingLines(props: {
  label: string;
  count: number;
  size: 16 | 32 | 72;
}) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={props.label} className={styles.lines}>
      {Array.from({ length: props.count }, (_, index) => (
        <SkeletonItem key={index} size={props.size} />
      ))}
    </Skeleton>
  );
}
