import { Text } from "@fluentui/react-components";

/** Why it could not be stopped. */
export function StopFailure({ failure }: { failure: string | null }) {
  return failure === null ? null : (
    <Text as="p" role="alert">
      {failure}
    </Text>
  );
}
