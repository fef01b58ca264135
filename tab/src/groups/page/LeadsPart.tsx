import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type {
  GroupLead,
  GroupLeads,
  GroupSummary,
} from "../../../../bot/contract/groups.ts";
import { useApi } from "../../api-client/api.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { Section } from "../../layout/Section.tsx";
import { useReader } from "../../teams/reader.ts";
import { useMe } from "../use-me.ts";
import { loadLeads } from "./group-requests.ts";
import { appointedSentence, leadWords } from "./lead-words.ts";
import { askedPart } from "../../layout/late-part.tsx";

const RoleDialog = askedPart(
  async () => (await import("./RoleDialog.tsx")).RoleDialog,
);

const useStyles = makeStyles({
  leads: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  lead: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  who: { display: "flex", flexDirection: "column", minWidth: 0 },
  name: { overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
  appoint: { alignSelf: "flex-start" },
});

/** Who leads the group; its owners appoint others. */
export function LeadsPart({ group }: { group: GroupSummary }) {
  const api = useApi();
  const { loaded, reload, replace } = useLoaded(`leads ${group.id}`, (signal) =>
    loadLeads(api, group.id, signal),
  );
  return (
    <Section heading="Who leads it">
      {loaded.state === "loading" && (
        <LoadingLines label="Loading who leads the group" count={2} size={32} />
      )}
      {loaded.state === "failed" && (
        <Failure error={loaded.error} onRetry={reload} />
      )}
      {loaded.state === "ready" && (
        <Leads group={group} known={loaded.value} onLeads={replace} />
      )}
    </Section>
  );
}

function Leads(props: {
  group: GroupSummary;
  known: GroupLeads;
  onLeads: (leads: GroupLeads) => void;
}) {
  const styles = useStyles();
  const { objectId } = useReader();
  const { reload } = useMe();
  const { group, known } = props;
  const [open, setOpen] = useState<{ lead: GroupLead | null } | null>(null);
  const [news, setNews] = useState("");
  const { leads, canAppoint } = known;
  return (
    <>
      {leads.length === 0 && (
        <Text>
          Nobody leads this group. Have somebody remove ERG Events from its team
          in Teams and add it again: who adds it becomes the owner.
        </Text>
      )}
      <ul className={styles.leads} aria-label={`Who leads ${group.name}`}>
        {leads.map((lead) => (
          <li key={lead.objectId} className={styles.lead}>
            <span className={styles.who}>
              <Text weight="semibold" className={styles.name} dir="auto">
                {lead.displayName}
                {lead.objectId === objectId && " (you)"}
              </Text>
              <Text className={styles.quiet}>{leadWords(lead)}</Text>
            </span>
            {canAppoint && !lead.ownsTeam && (
              <Button
                size="small"
                aria-label={`Change role of ${lead.displayName}`}
                onClick={() => setOpen({ lead })}
              >
                Change role
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canAppoint ? (
        <Button
          className={styles.appoint}
          onClick={() => setOpen({ lead: null })}
        >
          Appoint somebody
        </Button>
      ) : (
        <Text className={styles.quiet}>
          Owners of the group say who else leads it.
        </Text>
      )}
      <Text role="status">{news}</Text>
      {open !== null && (
        <RoleDialog
          group={group}
          lead={open.lead}
          isOwn={open.lead?.objectId === objectId}
          onClose={() => setOpen(null)}
          onAppointed={(appointed, now) => {
            setOpen(null);
            setNews(appointedSentence(appointed));
            props.onLeads(now);
            if (appointed.objectId === objectId) reload();
          }}
        />
      )}
    </>
  );
}
