import { useFocusFinders } from "@fluentui/react-components";

/**
 * Keeps Fluent's focus management running from page to page. Without it, it would end with the last control that
 * uses it: a page that leaves right after its dialog would leave the whole tab hidden from screen readers,
 * because nobody is left to show it again.
 */
export function FocusKeeper() {
  useFocusFinders();
  return null;
}
