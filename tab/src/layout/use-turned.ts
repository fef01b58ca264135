import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  turned: { ":dir(rtl)": { transform: "scaleX(-1)" } },
});

/**
 * The class of an icon that points along the line: it points the other way where pages run from right to left. Fluent
 * turns some of its icons by itself, but neither chevrons nor lists.
 */
export function useTurned(): string {
  return useStyles().turned;
}
