const names = String.raw`(\w+(?:,\w+)*)`;
const forms = {
  whole: /^@$/,
  one: /^(\w+)$/,
  several: new RegExp(`^\\[${names}\\]$`),
  ofFirst: new RegExp(`^value\\[0\\]\\.\\[${names}\\]$`),
  ofFound: new RegExp(
    `^value\\[\\?(\\w+)=='([^']*)'\\] \\| \\[0\\]\\.\\[${names}\\]$`,
  ),
};

/** The JMESPath expressions that our scripts use; every other one is an error, not a guess. */
export function pickByJmesPath(json: unknown, expression: string): unknown {
  if (forms.whole.test(expression)) return json;
  const one = forms.one.exec(expression);
  if (one) return member(json, one[1]!);
  const several = forms.several.exec(expression);
  if (several) return members(json, several[1]!);
  const ofFirst = forms.ofFirst.exec(expression);
  if (ofFirst) return members(list(json)[0], ofFirst[1]!);
  const ofFound = forms.ofFound.exec(expression);
  if (!ofFound) throw new Error(`${expression} is not implemented.`);
  const [, name, value, wanted] = ofFound;
  const found = list(json).find((entry) => member(entry, name!) === value);
  return members(found, wanted!);
}

function list(json: unknown): unknown[] {
  const value = member(json, "value");
  return Array.isArray(value) ? value : [];
}

/** Of nothing, nothing. */
function members(json: unknown, wanted: string): unknown {
  if (json === undefined) return null;
  return wanted.split(",").map((name) => member(json, name));
}

function member(json: unknown, name: string): unknown {
  if (typeof json !== "object" || json === null) return null;
  return Object.entries(json).find(([key]) => key === name)?.[1] ?? null;
}
