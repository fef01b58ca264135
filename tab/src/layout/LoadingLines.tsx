import styles from "./LoadingLines.module.css";

/** Grey bars where content will be. Fluent's own skeleton would come with every first page. */
export function LoadingLines(props: {
  label: string;
  count: number;
  /** Height of a bar, in pixels. */
  size: 16 | 32 | 72;
}) {
  return (
    <div
      role="progressbar"
      aria-busy="true"
      aria-label={props.label}
      className={styles.lines}
    >
      {Array.from({ length: props.count }, (_, index) => (
        <div
          key={index}
          className={styles.line}
          style={{ height: props.size }}
        />
      ))}
    </div>
  );
}
