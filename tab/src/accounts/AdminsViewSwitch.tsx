import { Switch } from "@fluentui/react-components";
import { useMe } from "../groups/use-me.ts";

/** For admins: with it off, the app looks as it does to any member. */
export function AdminsViewSwitch() {
  const { adminsView, chooseAdminsView } = useMe();
  return (
    <Switch
      label="View as admin"
      labelPosition="before"
      checked={adminsView}
      onChange={(_, { checked }) => chooseAdminsView(checked)}
    />
  );
}
