/** Most groups that are named; others are a number. */
const namedAtMost = 3;

/** Groups in a few words: `Pride Network and Women at Contoso`. Pure. */
export function namesOf(names: readonly string[]): string {
  const format = new Intl.ListFormat("en");
  if (names.length <= namedAtMost + 1) return format.format(names);
  return format.format([
    ...names.slice(0, namedAtMost),
    `${names.length - namedAtMost} more groups`,
  ]);
}
