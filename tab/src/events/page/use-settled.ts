import { useEffect, useState } from "react";

/** A search begins when somebody stops typing for so long, in milliseconds. */
const settleMs = 300;

/** The text once nobody changes it any more. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
