import { namesOf } from "../frameworks/satisfier.js";
import { CONDITIONS, testDoubles } from "../frameworks/test-doubles.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isGlobal, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { isWithin, memberName, staticString, unwrapAwaited, wrapped, type CallNode, type Node } from "../syntax/expression.js";
import { findChatModels, type ChatModel } from "./chat-models.js";

/** Chat models of a test file that reach a provider when the test runs. */
export function findLiveModels(model: AgentModel): readonly ChatModel[] {
  const models = model.derive(findChatModels);
  if (models.length === 0 || LIVE_ON_PURPOSE.test(model.pathInProject)) return [];
  const { calls } = model.file.index;
  if (!TEST_FILE.test(model.pathInProject) && callsFrom(model.file, isTestCase).length === 0) return [];
  if (calls.some((call) => isModuleMock(call)) || calls.some((call) => isConditional(call))) return [];
  return models.filter((chat) => isUsed(chat.call, calls) && !isOutOfReach(chat));
}

const TEST_FILE = /\.(?:test|spec)\.[cm]?[jt]sx?$/iu;
const TEST_CASES = new Set(["it", "test", "describe", "suite", "specify"]);
const RUNNERS = ["vitest", "@jest/globals", "node:test", "test", "bun:test", "mocha", "ava", "@playwright/test", "uvu", "tap"];

/** A folder of tests holds applications for a person to try as well, and `handoff-test.ts` may be one; what runs as a test says so by `.test.` in its name or by its cases. */
const isTestCase = perOrigin(({ module, path }) => (module === undefined ? TEST_CASES.has(path[0] ?? "") : matchesModule(module, RUNNERS)));

/** Evals, and tests whose file says that they talk to the real thing: they run apart from the unit tests. */
const LIVE_ON_PURPOSE = /(?:^|[/\\])(?:evals?|integration|int|e2e|live)[/\\]|\.(?:eval|int|integration|e2e|live)(?:\.(?:test|spec))?\.[cm]?[jt]sx?$/iu;

/** Options by which a client of the test's own takes the provider's place. */
const CLIENT_KEYS = ["createClient", "client", "fetch"];
const KEY_KEYS = ["apiKey", "openAIApiKey", "anthropicApiKey", "azureOpenAIApiKey", "googleApiKey"];

/** A model with a client that the test brings along, or with a key that is written down and thus opens nothing. */
function isOutOfReach({ options }: ChatModel): boolean {
  if (!options) return false;
  const places = [options, ...["configuration", "clientOptions", "clientConfig"].flatMap((key) => objectAt(options, key))];
  return places.some((place) => CLIENT_KEYS.some((key) => propertyValue(place, key) !== undefined)) || KEY_KEYS.some((key) => isWritten(propertyValue(options, key)));
}

function objectAt(options: Node, key: string): Node[] {
  const value = propertyValue(options, key);
  return value ? [definitionOf(value)] : [];
}

function isWritten(node: Node | undefined): boolean {
  return node !== undefined && staticString(definitionOf(node)) !== undefined;
}

/** Vitest's, which Jest calls the same, and one that only Jest has. */
const MOCKS: ReadonlySet<string> = new Set([...namesOf(testDoubles, "method"), "unstable_mockModule"]);
const CONDITIONAL: ReadonlySet<string> = new Set(CONDITIONS);

/** `vi.mock("@langchain/openai")`, `jest.mock(…)`, `nock(…)`, `setupServer(…)`: the provider is out of reach. */
function isModuleMock(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  const origin = originOf(call.callee);
  if (origin?.module !== undefined && /^(?:nock|msw|msw\/node|undici)$/u.test(origin.module)) return true;
  if (callee.type !== "MemberExpression" || !MOCKS.has(memberName(callee) ?? "")) return false;
  const first = call.arguments[0];
  const name = first && first.type !== "SpreadElement" ? staticString(first) : undefined;
  return memberName(callee) === "spyOn" || (name !== undefined && /langchain|openai|anthropic|google|groq|mistral/u.test(name));
}

/** `describe.skipIf(!process.env.OPENAI_API_KEY)`: an integration test that says so. */
function isConditional(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  return callee.type === "MemberExpression" && CONDITIONAL.has(memberName(callee) ?? "");
}

/** Handed on or run, rather than built to look at its fields. */
function isUsed(call: CallNode, calls: readonly CallNode[]): boolean {
  const outer = wrapped(call);
  const parent = outer.parent;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    const { name } = parent.id;
    return calls.some((candidate) => runsOn(candidate, name) || candidate.arguments.some((argument) => mentions(argument, name)));
  }
  return parent?.type === "Property" || parent?.type === "MemberExpression" || (parent?.type === "CallExpression" && !isWithin(outer, parent.callee) && !isExpectation(parent.callee));
}

/** `expect(model)` looks at the model, and runs nothing. */
function isExpectation(callee: Node): boolean {
  const origin = originOf(callee);
  return isGlobal(origin, "expect") || (origin?.path.at(-1) === "expect" && /^(?:vitest|@jest\/globals|chai|bun:test)$/u.test(origin.module ?? ""));
}

function runsOn(call: CallNode, name: string): boolean {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression") return false;
  const object = unwrapAwaited(callee.object);
  return object.type === "Identifier" && object.name === name && ["invoke", "stream", "batch", "generate", "bindTools", "withStructuredOutput", "pipe"].includes(memberName(callee) ?? "");
}

function mentions(node: Node, name: string): boolean {
  const value = unwrapAwaited(node);
  if (value.type === "Identifier") return value.name === name;
  if (value.type === "ObjectExpression") return value.properties.some((property) => property.type === "Property" && mentions(property.value, name));
  return false;
}
