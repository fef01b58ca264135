import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Timeline } from "../../../../../bot/contract/timeline.ts";
import { comesAfter } from "./held-timeline.ts";
import { newsSentence } from "./timeline-words.ts";

/** Screen readers hear of new answers this often at most, however many come. */
const gapMs = 5000;

/** A sentence about the answers that came since the last one; empty at first. */
export function useNews(live: Timeline): string {
  const newestId = live.answers[0]?.id ?? "";
  const [sentence, setSentence] = useState("");
  const told = useRef(newestId);
  const timer = useRef<number | null>(null);

  const tell = useEffectEvent(() => {
    timer.current = null;
    const before = told.current;
    const news = live.answers.filter(({ id }) => comesAfter(id, before));
    const hasMore =
      news.length === live.answers.length && live.nextCursor !== null;
    told.current = newestId;
    setSentence(newsSentence(news, hasMore));
  });

  useEffect(() => {
    if (newestId === told.current || timer.current !== null) return;
    timer.current = window.setTimeout(() => tell(), gapMs);
  }, [newestId]);
  useEffect(
    () => () => {
      if (timer.current !== null) window.clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );

  return sentence;
}
