import type { Satisfier } from "./satisfier.js";

/** Where a model client says in which region it asks. */
export const regionOptions = [
  { kind: "option", name: "configuration", of: "ChatOpenAI", modules: ["@langchain/openai"], versions: ">=0.3", when: "its `baseURL` leads to the region" },
  { kind: "option", name: "azureOpenAIApiInstanceName", of: "AzureChatOpenAI", modules: ["@langchain/openai"], versions: ">=0.3", when: "where the policy names hosts" },
  { kind: "option", name: "azureOpenAIEndpoint", of: "AzureChatOpenAI", modules: ["@langchain/openai"], versions: ">=0.3", when: "names the region, or a host of the policy" },
  { kind: "option", name: "inferenceGeo", of: "ChatAnthropic", modules: ["@langchain/anthropic"], versions: ">=1.3" },
  { kind: "option", name: "anthropicApiUrl", of: "ChatAnthropic", modules: ["@langchain/anthropic"], versions: ">=0.3", when: "leads to the region" },
  { kind: "option", name: "baseUrl", of: "ChatGoogleGenerativeAI", modules: ["@langchain/google-genai"], versions: ">=0.1", when: "leads to the region" },
] as const satisfies readonly Satisfier[];

/** Where the address of a service stands. */
export const addressPaths: readonly (readonly string[])[] = [["configuration", "baseURL"], ["clientOptions", "baseURL"], ["baseURL"], ["baseUrl"], ["basePath"], ["anthropicApiUrl"], ["serverURL"], ["endpoint"], ["azureOpenAIBasePath"], ["azureOpenAIEndpoint"], ["endpointHost"]];

/** What a provider's client does about regions. */
export interface RegionOfProvider {
  /** The option that names the region. */
  readonly option?: string;
  /** The host that is asked where no address is given. */
  readonly host?: string;
  /** The region where no option names one; absent where the environment does. */
  readonly fallback?: string;
  /** What to do, to be read as a sentence without its full stop. */
  readonly remedy: string;
}

/** As of 26 November 2026, by the declarations and the code of each package. A provider that is not listed is unknown. */
export const regionsOfProviders: Readonly<Record<string, RegionOfProvider>> = {
  openai: { host: "api.openai.com", fallback: "us", remedy: "Set `configuration.baseURL` to an endpoint there, such as https://eu.api.openai.com/v1" },
  azure: { remedy: "Use a resource there" },
  anthropic: { option: "inferenceGeo", host: "api.anthropic.com", fallback: "global", remedy: 'Set `inferenceGeo`, which knows "us" alone, or ask the model through Amazon Bedrock or Vertex AI' },
  google: { option: "location", host: "generativelanguage.googleapis.com", fallback: "global", remedy: "Ask the model through Vertex AI with a `location` there" },
  vertexai: { option: "location", fallback: "us-central1", remedy: "Set `location` to a region there" },
  bedrock: { option: "region", remedy: "Set `region`, and use an inference profile that stays there" },
  mistral: { host: "api.mistral.ai", fallback: "eu", remedy: "Set `serverURL` to an endpoint there" },
  deepseek: { host: "api.deepseek.com", fallback: "cn", remedy: "Ask the model through a provider there" },
  xai: { host: "api.x.ai", fallback: "us", remedy: "Set the address of an endpoint there" },
};

/** Regions of clouds that do not say by their first letters which area they lie in. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  "eu-west-2": "uk", "eu-central-2": "ch", "europe-west2": "uk", "europe-west6": "ch",
  westeurope: "eu", northeurope: "eu", swedencentral: "eu", francecentral: "eu", francesouth: "eu", germanywestcentral: "eu", germanynorth: "eu", polandcentral: "eu", italynorth: "eu", spaincentral: "eu", austriaeast: "eu", belgiumcentral: "eu",
  eastus: "us", eastus2: "us", centralus: "us", westus: "us", westus2: "us", westus3: "us", northcentralus: "us", southcentralus: "us", westcentralus: "us",
  uksouth: "uk", ukwest: "uk", switzerlandnorth: "ch", switzerlandwest: "ch", norwayeast: "no", norwaywest: "no", canadacentral: "ca", canadaeast: "ca", japaneast: "jp", japanwest: "jp", australiaeast: "au", australiasoutheast: "au", eastasia: "asia", southeastasia: "asia", koreacentral: "kr", centralindia: "in", southindia: "in", brazilsouth: "br", uaenorth: "ae", southafricanorth: "za",
};
const AREAS: readonly (readonly [pattern: RegExp, area: string])[] = [
  [/^(?:eu$|eu-|europe-)/u, "eu"],
  [/^(?:us$|us-)/u, "us"],
  [/^(?:ca-|northamerica-northeast)/u, "ca"],
  [/^(?:ap-|apac$|asia)/u, "asia"],
  [/^australia-/u, "au"],
  [/^(?:sa-|southamerica-)/u, "sa"],
  [/^(?:me-|af-|africa-|il-|mx-)/u, "other"],
  [/^(?:jp|au|ca|uk|ch|cn|global)$/u, ""],
];

/** The area that a cloud's region lies in: "eu" for `europe-west4`; `undefined` for a name that is no region. */
export function areaOf(region: string): string | undefined {
  const name = region.toLowerCase();
  const known = EXCEPTIONS[name];
  if (known !== undefined) return known;
  const found = AREAS.find(([pattern]) => pattern.test(name));
  return found && (found[1] === "" ? name : found[1]);
}

/** Hosts that lie in a region, or that name one. */
const HOSTS: readonly (readonly [pattern: RegExp, region: string])[] = [
  [/^api\.openai\.com$/u, "us"],
  [/^([a-z]{2})\.api\.openai\.com$/u, "$1"],
  [/^api\.anthropic\.com$/u, "global"],
  [/^generativelanguage\.googleapis\.com$/u, "global"],
  [/^([\w-]+)-aiplatform\.googleapis\.com$/u, "$1"],
  [/^aiplatform\.googleapis\.com$/u, "global"],
  [/^bedrock-runtime(?:-fips)?\.([\w-]+)\.amazonaws\.com$/u, "$1"],
  [/^([a-z0-9]+)\.api\.cognitive\.microsoft\.com$/u, "$1"],
  [/^api\.mistral\.ai$/u, "eu"],
  [/^api\.deepseek\.com$/u, "cn"],
  [/^api\.x\.ai$/u, "us"],
  [/^([\w-]+)\.api\.x\.ai$/u, "$1"],
  [/^openrouter\.ai$/u, "global"],
  [/^(eu)\.openrouter\.ai$/u, "$1"],
];

/** The region that a host lies in; `undefined` where its name does not tell. */
export function regionOfHost(host: string): string | undefined {
  const found = HOSTS.find(([pattern]) => pattern.test(host));
  return found && host.replace(found[0], found[1]);
}

/** A machine of the team's own, or one that no public name leads to. */
export function isOwnHost(host: string): boolean {
  return /^(?:localhost|127\.|10\.|192\.168\.|\[?::1)/u.test(host) || /\.(?:local|internal|localhost)$/u.test(host) || !host.includes(".");
}

/** For which area Amazon Bedrock routes a model, by the first part of an inference profile's name. */
export function areaOfProfile(name: string): string | undefined {
  const prefix = /^(us-gov|us|eu|apac|jp|au|ca|global)\.[a-z]+\./u.exec(name)?.[1];
  return prefix === undefined ? undefined : areaOf(prefix);
}
