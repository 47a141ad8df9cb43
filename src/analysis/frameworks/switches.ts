import type { Satisfier } from "./satisfier.js";

/** What can take an agent's tools away while it runs. */
export const killSwitches = [
  { kind: "guard", name: "killSwitch", modules: ["agent-guardrails/operations"], versions: ">=0.1", when: "is given to `guard` or `toolSet`, or its `reason` is asked in every tool that acts" },
  { kind: "option", name: "process.env", modules: ["node"], versions: ">=20", when: "decides whether the agent, its tools or their effects are reached; a credential or an address is no switch" },
  { kind: "function", name: "createMiddleware", modules: ["langchain", "langchain/middleware"], versions: ">=1.0", when: "is in the agent's list: it may filter `request.tools`" },
] as const satisfies readonly Satisfier[];

/** Clients of flag services, by the last step of a read. They are not installed here, so that no test holds their names to a declaration. */
export const flagReaders: readonly { readonly modules: readonly string[]; readonly names: ReadonlySet<string> }[] = [
  { modules: ["@launchdarkly/*", "launchdarkly-*"], names: new Set(["variation", "boolVariation", "stringVariation", "jsonVariation", "variationDetail", "boolVariationDetail"]) },
  { modules: ["unleash-client", "unleash-proxy-client", "@unleash/*"], names: new Set(["isEnabled", "getVariant", "flag", "evaluateFlags"]) },
  { modules: ["posthog-node", "posthog-js"], names: new Set(["isFeatureEnabled", "getFeatureFlag", "getFeatureFlagPayload", "getAllFlags"]) },
  { modules: ["flags", "flags/*", "@vercel/flags", "@vercel/flags/*"], names: new Set(["flag", "()"]) },
  { modules: ["@vercel/edge-config"], names: new Set(["get", "has", "getAll"]) },
  { modules: ["@growthbook/*"], names: new Set(["isOn", "isOff", "getFeatureValue", "evalFeature"]) },
  { modules: ["statsig-node", "@statsig/*"], names: new Set(["checkGate", "checkGateSync", "getConfig", "getFeatureGate"]) },
  { modules: ["@openfeature/*"], names: new Set(["getBooleanValue", "getStringValue", "getBooleanDetails"]) },
  { modules: ["configcat-node", "@configcat/*"], names: new Set(["getValueAsync", "getValue"]) },
  { modules: ["flagsmith", "flagsmith-nodejs"], names: new Set(["isFeatureEnabled", "hasFeature", "getFeatureValue"]) },
];
