import {
  Field,
  Radio,
  RadioGroup,
  Text,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { AttendanceAccess } from "../../../bot/contract/accounts.ts";
import { useApi } from "../api-client/api.ts";
import { useSending } from "../api-client/use-sending.ts";
import { Failure } from "../layout/Failure.tsx";
import { Section } from "../layout/Section.tsx";
import type { AccountProps } from "./account-props.ts";
import { chooseAttendanceAccess } from "./account-requests.ts";
import { asSentence } from "./checks/check-words.ts";
import { StateIcon } from "./checks/Checklist.tsx";
import { CopyBlock } from "./CopyBlock.tsx";
import { scripts } from "./script-words.ts";

const useStyles = makeStyles({
  state: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
  },
  text: { display: "flex", flexDirection: "column", minWidth: 0 },
});

/** Who reads the attendance reports of the account's Teams meetings. */
export function AttendancePart({ view, onView }: AccountProps) {
  const styles = useStyles();
  const api = useApi();
  const { sending, failure, send } = useSending();
  const [chosen, setChosen] = useState<AttendanceAccess | null>(null);
  const { attendance } = view;
  const access = (sending ? chosen : null) ?? attendance.access;
  const choose = (next: AttendanceAccess) => {
    if (sending || next === attendance.access) return;
    setChosen(next);
    send(async () => onView(await chooseAttendanceAccess(api, next)));
  };
  return (
    <Section heading="Attendance">
      <div className={styles.state}>
        <StateIcon state={attendance.state} />
        <div className={styles.text}>
          <Text role="status">{asSentence(attendance.sentence)}</Text>
          {attendance.cure !== null && <Text>{attendance.cure}</Text>}
        </div>
      </div>
      <Field label="Who reads the reports of who came">
        <RadioGroup
          value={access}
          onChange={(_, { value }) =>
            choose(value === "appOnly" ? "appOnly" : "delegated")
          }
        >
          <Radio
            value="delegated"
            label="The service account reads its own meetings’ reports (recommended)"
          />
          <Radio
            value="appOnly"
            label="The app reads them itself (application permission and access policy)"
          />
        </RadioGroup>
      </Field>
      {failure && <Failure error={failure} />}
      {access === "appOnly" && (
        <>
          <Text>
            An administrator of Teams and Entra runs this script. A policy takes
            up to 30 minutes to take effect.
          </Text>
          <CopyBlock
            label="Script for PowerShell: attendance by the app"
            script={scripts.attendance}
            text={attendance.appOnlyScript}
          />
        </>
      )}
    </Section>
  );
}
