import { useEffect, useRef } from "react";

/** How near to the end counts as being there, in CSS pixels. */
const nearPx = 80;

/**
 * A list that shows its newest end at first, and stays there when something is
 * added or grows, unless the reader has scrolled up to read what was before.
 * @returns for the scrolling element and for what it holds
 */
export function useStayAtNewest<
  Scroller extends HTMLElement,
  Content extends HTMLElement,
>() {
  const scroller = useRef<Scroller>(null);
  const content = useRef<Content>(null);
  useEffect(() => {
    const scrolling = scroller.current;
    const held = content.current;
    if (!scrolling || !held) return;
    let isAtEnd = true;
    const toEnd = () => {
      if (isAtEnd) scrolling.scrollTop = scrolling.scrollHeight;
    };
    const onScroll = () => {
      const { scrollTop, clientHeight, scrollHeight } = scrolling;
      isAtEnd = scrollTop + clientHeight >= scrollHeight - nearPx;
    };
    toEnd();
    const watcher = new ResizeObserver(toEnd);
    watcher.observe(held);
    watcher.observe(scrolling);
    scrolling.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      watcher.disconnect();
      scrolling.removeEventListener("scroll", onScroll);
    };
  }, []);
  return { scroller, content };
}
