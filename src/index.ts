import type { ESLint, Linter } from "eslint";
import { createRequire } from "node:module";
import { rules } from "../rules/index.js";
import { presetRules, type PresetName } from "./rule/presets.js";

const NAMESPACE = "agent-guardrails";

const manifest = createRequire(import.meta.url)("eslint-plugin-agent-guardrails/package.json") as { name: string; version: string };

/** The plugin object, with its presets inside as flat configs. */
export interface GuardrailsPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly configs: Readonly<Record<PresetName, Linter.Config>>;
}

const plugin: Omit<GuardrailsPlugin, "configs"> & { configs: Record<PresetName, Linter.Config> } = {
  meta: { name: manifest.name, version: manifest.version, namespace: NAMESPACE },
  // The rules are written against typescript-eslint's node types, which refine the ones that ESLint declares.
  rules: rules as unknown as NonNullable<ESLint.Plugin["rules"]>,
  configs: { recommended: {}, strict: {} },
};

for (const preset of ["recommended", "strict"] as const) {
  plugin.configs[preset] = {
    name: `${NAMESPACE}/${preset}`,
    plugins: { [NAMESPACE]: plugin },
    rules: presetRules(rules, preset, NAMESPACE),
  };
}

export default plugin as GuardrailsPlugin;
