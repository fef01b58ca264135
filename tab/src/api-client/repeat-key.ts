/**
 * Makes the Idempotency-Key of a write: the same for each repetition of the same content, so that a write whose
 * answer was lost takes effect once, and a new one as soon as the content differs.
 */
export function createRepeatKey(
  randomKey: () => string,
): (content: unknown) => string {
  let kept: { content: string; key: string } | null = null;
  return (content) => {
    const text = JSON.stringify(content);
    if (kept?.content !== text) kept = { content: text, key: randomKey() };
    return kept.key;
  };
}
