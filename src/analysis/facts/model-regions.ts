import type { TSESTree } from "@typescript-eslint/utils";
import { addressPaths, areaOf, areaOfProfile, isOwnHost, regionOfHost, regionsOfProviders } from "../frameworks/regions.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, findProperty, staticString, type Node } from "../syntax/expression.js";
import { findChatModels, optionsIn, type ModelSettings } from "./chat-models.js";
import { modelBehind, modelLabel } from "./model-uses.js";

/** A model client that asks outside of where the policy keeps data. */
export interface MisplacedModel {
  readonly place: Node;
  readonly model: string;
  /** Where it asks, to be read after "is asked". */
  readonly where: string;
  readonly remedy: string;
}

/** The clients of providers that are no chat models of LangChain. */
const CLIENTS: readonly (readonly [module: string, names: readonly string[], provider: string])[] = [
  ["openai", ["default", "OpenAI"], "openai"],
  ["openai", ["AzureOpenAI"], "azure"],
  ["@anthropic-ai/sdk", ["default", "Anthropic"], "anthropic"],
];

export function findMisplacedModels(model: AgentModel): readonly MisplacedModel[] {
  const residency = residencyOf(model.policy.residency);
  if (!residency) return [];
  const chats = model.derive(findChatModels).map((chat) => ({ settings: chat, at: chat.call.callee }));
  return [...chats, ...clientsIn(model), ...namedInAgents(model)].flatMap(({ settings, at }) => misplaced(settings, at, residency) ?? []);
}

/** What the policy's `residency` names: areas, regions of clouds, and hosts. */
interface Residency {
  readonly places: ReadonlySet<string>;
  readonly hosts: readonly string[];
}

function residencyOf(text: string | undefined): Residency | undefined {
  const items = (text ?? "").toLowerCase().split(/[\s,]+/u).filter((item) => item !== "");
  if (items.length === 0) return undefined;
  return { places: new Set(items.filter((item) => !item.includes("."))), hosts: items.filter((item) => item.includes(".")) };
}

const clientOf = perOrigin((origin) => CLIENTS.find(([module, names]) => names.some((name) => isExport(origin, [module], [name]))));

function clientsIn(model: AgentModel): { settings: ModelSettings; at: Node }[] {
  return callsFrom(model.file, (origin) => clientOf(origin) !== undefined).flatMap((call) => {
    const origin = originOf(call.callee);
    const known = call.type === "NewExpression" && origin ? clientOf(origin) : undefined;
    // With Anthropic's own client each request can say where it is answered.
    if (!known || (known[2] === "anthropic" && model.file.index.properties.has("inference_geo"))) return [];
    const { literal, readable } = optionsIn(argumentAt(call, 0));
    return [{ settings: { provider: known[2], name: undefined, size: undefined, options: literal, readable: readable && !call.arguments.some((argument) => argument.type === "SpreadElement") }, at: call.callee }];
  });
}

/** `createAgent({ model: "openai:gpt-5" })`. */
function namedInAgents(model: AgentModel): { settings: ModelSettings; at: Node }[] {
  return model.agents.flatMap(({ options, framework }) => {
    const llm = framework.id === "langchain" && options?.type === "ObjectExpression" ? propertyValue(options, "model") : undefined;
    const use = llm && fileOf(llm) === model.file ? modelBehind(llm, model) : undefined;
    return llm && use && use.call === undefined ? [{ settings: use, at: llm }] : [];
  });
}

function misplaced(settings: ModelSettings, at: Node, residency: Residency): MisplacedModel | undefined {
  const provider = regionsOfProviders[settings.provider];
  if (!settings.readable) return undefined;
  const model = modelLabel(settings);
  const remedy = residency.places.size === 0 ? "Ask it at a host of the policy" : (provider?.remedy ?? "Ask a service there");
  const report = (node: Node, where: string): MisplacedModel => ({ place: fileOf(node) === fileOf(at) ? node : at, model, where, remedy });
  const profile = settings.provider === "bedrock" && settings.name !== undefined ? areaOfProfile(settings.name.replace(/^(?:bedrock|aws):/u, "")) : undefined;
  if (profile !== undefined && !isAllowed(profile, residency)) return report(at, `with an inference profile for "${profile}"`);
  const address = given(settings.options, addressPaths);
  if (address) {
    const host = hostOf(address.value);
    if (host === undefined || isAllowedHost(host, residency)) return undefined;
    // Anthropic's address is one for all; its other option decides.
    if (!(provider?.host === host && provider.option !== undefined)) return report(address.property, `at ${host}`);
  }
  const region = given(settings.options, [[provider?.option ?? ""], ["azureOpenAIApiInstanceName"]]);
  if (region) return misplacedRegion(region, settings, residency, report);
  if (provider?.fallback === undefined || isAllowed(provider.fallback, residency) || (provider.host !== undefined && isAllowedHost(provider.host, residency))) return undefined;
  return report(at, provider.fallback === "global" ? "anywhere in the world, because it names no region" : `in "${provider.fallback}", because it names no other region`);
}

function misplacedRegion({ property, value }: Given, settings: ModelSettings, residency: Residency, report: (node: Node, where: string) => MisplacedModel): MisplacedModel | undefined {
  const text = staticString(definitionOf(value))?.toLowerCase();
  if (text === undefined) return undefined;
  if (settings.provider === "azure") {
    const host = `${text}.openai.azure.com`;
    return isAllowedHost(host, residency) ? undefined : report(property, `at ${host}`);
  }
  return areaOf(text) === undefined || isAllowed(text, residency) ? undefined : report(property, text === "global" ? "anywhere in the world" : `in "${text}"`);
}

/** Whether a region, or the area that it lies in, is one of the policy's. Hosts alone name no region. */
function isAllowed(region: string, { places, hosts }: Residency): boolean {
  if (places.size === 0) return hosts.length === 0;
  return places.has(region) || places.has(areaOf(region) ?? "");
}

/** A host that nobody knows is no report under a policy that names regions alone. */
function isAllowedHost(host: string, residency: Residency): boolean {
  if (isOwnHost(host) || residency.hosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`))) return true;
  const region = regionOfHost(host);
  if (region !== undefined && residency.places.size > 0) return areaOf(region) === undefined ? residency.hosts.length === 0 : isAllowed(region, residency);
  return residency.hosts.length === 0;
}

interface Given {
  readonly property: TSESTree.Property;
  readonly value: Node;
}

/** The first of these options that is given, with the property of the outermost key. */
function given(options: TSESTree.ObjectExpression | undefined, paths: readonly (readonly string[])[]): Given | undefined {
  if (!options) return undefined;
  for (const path of paths) {
    const property = findProperty(options, path[0] ?? "");
    let value: Node | undefined = property?.value ?? propertyValue(options, path[0] ?? "");
    for (const key of path.slice(1)) {
      const holder: Node | undefined = value && definitionOf(value);
      // Settings that cannot be seen may hold the address: their value is no text.
      value = holder?.type === "ObjectExpression" ? (propertyValue(holder, key) ?? (isWholeLiteral(holder) ? undefined : holder)) : holder;
    }
    if (property && value) return { property, value };
  }
  return undefined;
}

/** The host in an address that is written down, up to its first hole. */
function hostOf(value: Node): string | undefined {
  const node = definitionOf(value);
  const written = node.type === "TemplateLiteral" && node.expressions.length > 0 ? (/^https?:\/\/[^/]+\//u.exec(node.quasis[0]?.value.cooked ?? "")?.[0]) : staticString(node);
  if (written === undefined) return undefined;
  const host = /^(?:[a-z+]+:\/\/)?([^/:?#\s]+)/u.exec(written.toLowerCase())?.[1];
  return host === "" ? undefined : host;
}

