import { Avatar } from "@fluentui/react-components";
import { CalendarStar20Filled } from "@fluentui/react-icons";
import type { Author } from "./use-author.ts";

/** Bots have a square with the app's icon, people a circle. */
export function AuthorAvatar(props: { author: Author; size: 24 | 32 }) {
  const { author, size } = props;
  return author.isBot ? (
    <Avatar
      shape="square"
      color="brand"
      size={size}
      icon={<CalendarStar20Filled />}
      aria-hidden
    />
  ) : (
    <Avatar color="colorful" size={size} name={author.name} aria-hidden />
  );
}
