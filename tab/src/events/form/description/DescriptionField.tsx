import { Field } from "@fluentui/react-components";
import { Suspense } from "react";
import { LoadingLines } from "../../../layout/LoadingLines.tsx";
import { controlId } from "../form-part.ts";
import { latePart } from "../../../layout/late-part.tsx";

const DescriptionEditor = latePart(
  async () => (await import("./DescriptionEditor.tsx")).DescriptionEditor,
);

/** What the event is about. The editor is loaded with it: no other page needs one. */
export function DescriptionField(props: {
  /** Canonical HTML. */
  value: string;
  error: string | undefined;
  onChange: (html: string) => void;
}) {
  const { error } = props;
  const id = controlId("description");
  return (
    <Field
      label={{
        children: "Description",
        // What people write in is no field that a label could name and lead to.
        onClick: () => document.getElementById(id)?.focus(),
      }}
      {...(error === undefined ? {} : { validationMessage: error })}
    >
      {(field) => (
        <Suspense
          fallback={
            <LoadingLines label="Loading the editor" count={2} size={72} />
          }
        >
          <DescriptionEditor
            id={id}
            value={props.value}
            onChange={props.onChange}
            labelledBy={field["aria-labelledby"]}
            describedBy={field["aria-describedby"]}
            isWrong={error !== undefined}
          />
        </Suspense>
      )}
    </Field>
  );
}
