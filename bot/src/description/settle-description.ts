import { AppError } from "../errors.ts";
import { readCanonical } from "../../contract/description/read-canonical.ts";
import { readHtml } from "./read-html.ts";
import { readPlain } from "../../contract/description/read-plain.ts";
import {
  isPlain,
  longestDescription,
  type RichText,
} from "../../contract/description/rich-text.ts";
import { writeHtml } from "../../contract/description/write-html.ts";
import { writePlain } from "../../contract/description/write-plain.ts";

/** A description as it is stored: its plain text, and its canonical HTML where plain text says less. */
export interface StoredDescription {
  description: string;
  descriptionHtml: string | null;
}

/** A description as clients send it: with HTML of any kind, or plain. */
interface GivenDescription {
  description: string;
  descriptionHtml?: string | null | undefined;
}

/**
 * What is stored of what a client sent. HTML is the authority over the plain text that came with it.
 * @throws {AppError} when it is too long
 */
export function settleDescription<Given extends GivenDescription>(
  given: Given,
): Given & StoredDescription {
  if (given.descriptionHtml == null) return { ...given, descriptionHtml: null };
  const text = readHtml(given.descriptionHtml);
  const description = writePlain(text);
  if (description.length > longestDescription)
    throw new AppError({
      code: "tooLong",
      status: 422,
      field: "description",
      message: "Keep the description within 8,000 characters.",
    });
  const descriptionHtml = isPlain(text) ? null : writeHtml(text);
  return { ...given, description, descriptionHtml };
}

/** The text of a description that {@link settleDescription} has settled. */
export function richTextOf(stored: GivenDescription): RichText {
  return stored.descriptionHtml == null
    ? readPlain(stored.description)
    : readCanonical(stored.descriptionHtml);
}

/** Its canonical HTML, whichever way it is stored. */
export function htmlOf(stored: GivenDescription): string {
  return stored.descriptionHtml ?? writeHtml(readPlain(stored.description));
}
