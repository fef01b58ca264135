import { Tag, TagGroup, makeStyles, tokens } from "@fluentui/react-components";
import { addressParts, batchLabel } from "./address-parts.ts";
import { AddressBatchLine } from "./AddressBatchLine.tsx";
import { removeAddress, removeAddresses } from "./event-draft.ts";
import { controlId, type FormPart } from "./form-part.ts";

const useStyles = makeStyles({
  tags: { flexWrap: "wrap", rowGap: tokens.spacingVerticalXS },
  tag: { maxWidth: "100%", minWidth: 0 },
});

/** More than these are told by their number: a page of tags is neither read nor fast. */
export const mostTags = 20;

/** Who is invited besides the group: a tag each, or a line for many. */
export function AddressList({
  draft,
  onChange,
}: Pick<FormPart, "draft" | "onChange">) {
  const styles = useStyles();
  const { single, batches } = addressParts(draft);
  const removing = (addresses: string[]) => ({
    onRemove: (address: string) =>
      onChange((now) => removeAddress(now, address)),
    onRemoveAll: () => {
      // The button goes with its line; the keyboard would be nowhere.
      document.getElementById(controlId("addresses"))?.focus();
      onChange((now) => removeAddresses(now, addresses));
    },
  });
  return (
    <>
      {single.length > mostTags && (
        <AddressBatchLine
          label={batchLabel(single)}
          addresses={single}
          {...removing(single)}
        />
      )}
      {single.length > 0 && single.length <= mostTags && (
        <TagGroup
          className={styles.tags}
          aria-label="Other people who are invited"
          size="small"
          onDismiss={(_, { value }) =>
            onChange((now) => removeAddress(now, String(value)))
          }
        >
          {single.map((address) => (
            <Tag
              key={address}
              className={styles.tag}
              value={address}
              dismissible
              dismissIcon={{ "aria-label": "Remove" }}
            >
              {address}
            </Tag>
          ))}
        </TagGroup>
      )}
      {batches.map((batch, index) => (
        <AddressBatchLine
          // Two files may have one name; batches only ever come at the end.
          key={`${index} ${batch.name ?? ""}`}
          label={batchLabel(batch)}
          addresses={batch.addresses}
          {...removing(batch.addresses)}
        />
      ))}
    </>
  );
}
