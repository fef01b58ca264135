import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from "@fluentui/react-components";
import { useState } from "react";
import { useAddress } from "../shell/use-address.ts";
import type { TabPlace } from "./host-context.ts";
import { pathOf, queryOf } from "./open-page.ts";

/** What Teams shows after `pages.shareDeepLink`: the link to this page of the app, to copy. */
export function ShareLink(props: {
  place: TabPlace;
  subPageId: string | undefined;
  onClose: () => void;
}) {
  const { hrefFor } = useAddress();
  const [copied, setCopied] = useState(false);
  // Whoever follows the link chooses who they are: it names nobody.
  const query = {
    ...queryOf(props.place, props.subPageId),
    as: null,
    theme: null,
  };
  const link = window.location.origin + hrefFor(pathOf(props.place), query);
  const copy = () =>
    void navigator.clipboard.writeText(link).then(() => setCopied(true));
  return (
    <Dialog open onOpenChange={() => props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Link to this page</DialogTitle>
          <DialogContent>
            <Field
              label="Link"
              {...(copied && {
                validationState: "success",
                validationMessage: "Copied",
              })}
            >
              <Input readOnly value={link} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>Close</Button>
            <Button appearance="primary" onClick={copy}>
              Copy link
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
