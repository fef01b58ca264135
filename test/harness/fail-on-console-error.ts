/** A console.error that no test asked for is a failure: it is how libraries report what they swallow. */
const original = console.error;
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  console.error = (...values: unknown[]) => {
    printed.push(values.map(String).join(" "));
    original(...values);
  };
});

afterEach(() => {
  console.error = original;
  if (printed.length > 0)
    throw new Error(`console.error was called: ${printed.join("; ")}`);
});
