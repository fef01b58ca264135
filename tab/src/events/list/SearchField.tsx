import { useEffect, useEffectEvent, useState } from "react";
import styles from "./SearchField.module.css";

/** How long somebody pauses who has finished writing, in milliseconds. */
const pauseMs = 300;

/** A text to search for, told when its writer pauses. A plain field: Fluent's would come with every first page. */
export function SearchField(props: {
  label: string;
  value: string;
  longest: number;
  onSearch: (text: string) => void;
}) {
  const { label, value, longest, onSearch } = props;
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  // Somebody went back, or has cleared the filters.
  if (value !== told) {
    setTold(value);
    if (value !== text.trim()) setText(value);
  }
  const tell = useEffectEvent(() => {
    if (text.trim() !== value) onSearch(text.trim());
  });
  useEffect(() => {
    const timer = setTimeout(tell, pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <input
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      maxLength={longest}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
