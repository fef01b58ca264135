import { Badge, type BadgeProps } from "@fluentui/react-components";

/** The status by its class; no status means that no answer came. */
export function StatusBadge(props: { status: number | null | undefined }) {
  const { status } = props;
  if (!status)
    return (
      <Badge appearance="tint" color="danger">
        no answer
      </Badge>
    );
  return (
    <Badge appearance="tint" color={colorOf(status)}>
      {String(status)}
    </Badge>
  );
}

function colorOf(status: number): NonNullable<BadgeProps["color"]> {
  if (status < 300) return "success";
  if (status < 400) return "informative";
  return status < 500 ? "warning" : "danger";
}
