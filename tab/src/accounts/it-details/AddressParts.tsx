import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ItDetails } from "../../../../bot/contract/accounts.ts";
import { Section } from "../../layout/Section.tsx";
import { CopyLine } from "../CopyLine.tsx";
import { FactTable } from "./FactTable.tsx";

const useStyles = makeStyles({
  address: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
});

/** Where requests come from and go to. */
export function AddressParts({ details }: { details: ItDetails }) {
  return (
    <>
      <Section heading="Redirect addresses">
        <Text>
          They are registered with the app registration as platform Web.
        </Text>
        {details.redirectAddresses.map((address, index) => (
          <CopyLine
            key={address}
            label={
              details.redirectAddresses.length === 1
                ? "Redirect address"
                : `Redirect address ${index + 1}`
            }
            text={address}
          />
        ))}
      </Section>
      <Section heading="Incoming requests">
        <Text>
          Microsoft calls these from outside; a firewall in front has to let
          them through.
        </Text>
        <AddressTable
          label="Incoming requests"
          addresses={details.incomingAddresses}
        />
      </Section>
      <Section heading="Outgoing requests">
        <AddressTable
          label="Outgoing requests"
          addresses={details.outgoingAddresses}
        />
        <Text>
          These follow the configuration. In a national cloud, such as Microsoft
          365 GCC High, they are that cloud’s own addresses, and so are the
          addresses in the scripts.
        </Text>
      </Section>
    </>
  );
}

function AddressTable(props: {
  label: string;
  addresses: { url: string; whatFor: string }[];
}) {
  const styles = useStyles();
  return (
    <FactTable
      label={props.label}
      columns={["Address", "What for"]}
      room={[1, 1]}
      rows={props.addresses.map(({ url, whatFor }) => ({
        key: `${url} ${whatFor}`,
        cells: [
          <span key="url" dir="ltr" className={styles.address}>
            {url}
          </span>,
          whatFor,
        ],
      }))}
    />
  );
}
