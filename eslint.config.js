import { defineConfig } from "eslint/config";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import tseslint from "typescript-eslint";

const SCRIPTS = ["**/*.{js,mjs}"];
const TYPESCRIPT = ["**/*.ts"];
const TESTS = ["test/**/*.ts"];

const TYPE_SERVICES = "Only src/analysis reads scopes and parser services. Offer the answer as a fact of the model.";

/** What a file may import, said as what it may not. */
const forbidImports = (...patterns) => ["error", { patterns }];

const NO_UTILS_AT_RUN_TIME = {
  group: ["@typescript-eslint/*", "typescript"],
  allowTypeImports: true,
  message: "A type-only import is fine. At run time it would install a second TypeScript beside the user's.",
};

const SCOPES_AND_PARSER_SERVICES = {
  selector: "MemberExpression[property.name=/^(getScope|scopeManager|parserServices|esTreeNodeToTSNodeMap|getTypeChecker)$/]",
  message: TYPE_SERVICES,
};
const SCOPES_BY_DESTRUCTURING = {
  selector: "ObjectPattern > Property[key.name=/^(getScope|scopeManager|parserServices)$/]",
  message: TYPE_SERVICES,
};
const REPORTS = {
  selector: "CallExpression[callee.type='MemberExpression'][callee.object.name='context'][callee.property.name='report']",
  message: "Only rules report. Return a fact instead.",
};
const OPTIONS = {
  selector: "MemberExpression[object.name='context'][property.name='options']",
  message: "The options arrive, merged with their defaults, through the house's createRule.",
};
const BANNED_FILE_NAMES = {
  selector: "Program",
  message: "Name a file after what it knows; utils, helpers and misc say nothing.",
};

export default defineConfig(
  {
    name: "house/ignores",
    ignores: ["**/dist/", "**/node_modules/", "coverage/", "test/fixtures/", "test/types/fixtures/", "test/types/forgeries/", "examples/jarvis*/"],
  },
  { name: "house/directives", linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },

  {
    name: "house/typescript",
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/prefer-readonly": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Node types are compared as the strings they are: the enum would have to be imported at run time.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      eqeqeq: "error",
      "no-restricted-syntax": ["error", SCOPES_AND_PARSER_SERVICES, SCOPES_BY_DESTRUCTURING, REPORTS, OPTIONS],
    },
  },
  {
    name: "house/scripts",
    files: SCRIPTS,
    extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked],
    rules: { eqeqeq: "error" },
  },

  {
    name: "house/one-purpose-per-file",
    files: ["src/**/*.ts", "rules/**/*.ts", "types/**/*.ts"],
    rules: {
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      complexity: ["error", { max: 25, variant: "modified" }],
    },
  },
  {
    name: "house/layer/types",
    files: ["types/**/*.ts"],
    rules: {
      "no-restricted-imports": forbidImports(
        { group: ["**/src/**", "**/rules/**", "eslint-plugin-agent-guardrails", "eslint", "eslint/*"], message: "The guards ship to production and know nothing of the plugin." },
        NO_UTILS_AT_RUN_TIME,
      ),
    },
  },
  {
    name: "house/layer/analysis",
    files: ["src/analysis/**/*.ts"],
    rules: {
      "no-restricted-imports": forbidImports(
        { group: ["**/rules/**", "**/rule/**", "**/fix/**", "**/checklist/**", "**/preflight/**"], message: "The analysis imports the policy and itself." },
        { group: ["agent-guardrails", "agent-guardrails/*"], message: "Brands reach the analysis as data." },
        NO_UTILS_AT_RUN_TIME,
      ),
      "no-restricted-syntax": ["error", REPORTS, OPTIONS],
    },
  },
  {
    name: "house/layer/below-the-rules",
    files: ["src/fix/**/*.ts", "src/policy/**/*.ts", "src/checklist/**/*.ts"],
    rules: {
      "no-restricted-imports": forbidImports(
        { group: ["**/rules/**", "**/preflight/**"], message: "Rules import this folder, not the other way round." },
        NO_UTILS_AT_RUN_TIME,
      ),
    },
  },
  {
    name: "house/layer/rule",
    files: ["src/rule/**/*.ts"],
    rules: {
      "no-restricted-imports": forbidImports(
        { group: ["**/rules/**", "**/preflight/**"], message: "Only src/index.ts and the preflight know the list of rules." },
        NO_UTILS_AT_RUN_TIME,
      ),
      "no-restricted-syntax": ["error", SCOPES_AND_PARSER_SERVICES, SCOPES_BY_DESTRUCTURING],
    },
  },
  {
    name: "house/layer/rules",
    files: ["rules/**/*.ts"],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      "no-restricted-imports": forbidImports(
        { regex: "^\\./", message: "A rule never imports another rule." },
        {
          regex: "^\\.\\./(?!src/(?:rule|analysis|fix)/)",
          message: "A rule imports from src/rule, src/analysis and src/fix only.",
        },
        { group: ["node:*", "eslint", "eslint/*"], allowTypeImports: true, message: "A rule judges facts and needs nothing else." },
        NO_UTILS_AT_RUN_TIME,
      ),
      "no-restricted-syntax": ["error", SCOPES_AND_PARSER_SERVICES, SCOPES_BY_DESTRUCTURING, OPTIONS],
      "max-lines": ["error", { max: 180, skipBlankLines: true, skipComments: true }],
      complexity: ["error", { max: 15, variant: "modified" }],
      "eslint-plugin/meta-property-ordering": "error",
      "eslint-plugin/no-property-in-node": "error",
      "eslint-plugin/prefer-placeholders": "error",
      "eslint-plugin/prefer-replace-text": "error",
      "eslint-plugin/report-message-format": ["error", "^[A-Z`'\"{].*\\.$"],
      "eslint-plugin/require-meta-docs-description": ["error", { pattern: "^(Disallow|Require|Enforce|Prefer) .+[^. ]$" }],
      // The house's createRule adds the address, the preset flag and the language to every rule.
      "eslint-plugin/require-meta-docs-url": "off",
      "eslint-plugin/require-meta-docs-recommended": "off",
      "eslint-plugin/require-meta-languages": "off",
    },
  },
  {
    name: "house/layer/rule-index",
    files: ["rules/index.ts"],
    rules: { "no-restricted-imports": "off" },
  },
  {
    name: "house/layer/only-the-plugin-lists-rules",
    files: ["src/index.ts"],
    rules: { "no-restricted-imports": forbidImports(NO_UTILS_AT_RUN_TIME) },
  },
  {
    name: "house/layer/preflight",
    files: ["src/preflight/**/*.ts"],
    rules: {
      "no-restricted-imports": forbidImports(
        { group: ["**/fix/**"], message: "Preflight repairs nothing." },
        { group: ["agent-guardrails", "agent-guardrails/*"], message: "The guards ship to production and know nothing of the plugin." },
        { ...NO_UTILS_AT_RUN_TIME, group: ["@typescript-eslint/*", "!@typescript-eslint/scope-manager", "typescript"] },
      ),
    },
  },
  {
    name: "house/names-that-say-nothing",
    files: ["{src,rules,types,test}/**/{utils,util,helpers,helper,misc,common}.*", "{src,rules,types,test}/**/{utils,helpers,misc}/**"],
    rules: { "no-restricted-syntax": ["error", BANNED_FILE_NAMES] },
  },

  {
    name: "house/tests",
    files: TESTS,
    rules: {
      // A test says what it expects of a value; asserting that first would say it twice.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "no-restricted-syntax": "off",
    },
  },
  {
    name: "house/rule-tests",
    files: ["test/rules/**/*.ts"],
    plugins: { "eslint-plugin": eslintPlugin },
    rules: {
      "eslint-plugin/consistent-output": "error",
      "eslint-plugin/no-identical-tests": "error",
      "eslint-plugin/no-only-tests": "error",
      "eslint-plugin/prefer-output-null": "error",
      "eslint-plugin/require-test-case-name": ["error", { require: "always" }],
      "eslint-plugin/test-case-property-ordering": ["error", ["name", "filename", "code", "options", "settings", "output", "errors"]],
      "eslint-plugin/unique-test-case-names": "error",
    },
  },
);
