import { useRef, useState, type RefObject } from "react";

/** Copies the text of an element; where the host forbids the clipboard, selects it so that it can be copied by hand. */
export function useCopy<T extends HTMLElement>(
  text: string,
): {
  shown: RefObject<T | null>;
  outcome: "copied" | "selected" | null;
  copy: () => void;
} {
  const shown = useRef<T>(null);
  const [done, setDone] = useState<{
    text: string;
    outcome: "copied" | "selected";
  } | null>(null);

  async function copy(): Promise<void> {
    if (shown.current !== null) selectAll(shown.current);
    try {
      await navigator.clipboard.writeText(text);
      setDone({ text, outcome: "copied" });
    } catch {
      setDone({ text, outcome: "selected" });
    }
  }

  return {
    shown,
    outcome: done?.text === text ? done.outcome : null,
    copy: () => void copy(),
  };
}

function selectAll(element: HTMLElement): void {
  const input = element.querySelector("input");
  if (input) input.select();
  else window.getSelection()?.selectAllChildren(element);
}
