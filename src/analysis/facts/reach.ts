import type { TSESTree } from "@typescript-eslint/utils";
import { definitionOf, functionOf, isWholeLiteral, memberOfClass, propertyValue, superClassOf } from "../origin/value.js";
import { CLIENT_HINT } from "../effects/client-hint.js";
import type { Body } from "../project/file-index.js";
import { fileOf, returnedFrom, type Variable, variableOf } from "../project/source-file.js";
import { isWorthReading } from "../project/worth-reading.js";
import { argumentAt, enclosingClass, enclosingFunction, isClass, isFunction, keyName, memberChain, memberName, parameterPattern, staticString, unwrapAwaited, type CallNode, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { holds, isLeftOutOf, type HandlerPart } from "./handler-parts.js";
import { classOfInstance } from "./instance-classes.js";

/** One activation of a function on the way from a handler: which function, called from where, and by whom. */
export interface Frame {
  readonly fn: FunctionNode;
  /** The call that entered the function; absent for the handler itself. */
  readonly call: CallNode | undefined;
  readonly caller: Frame | undefined;
  /** The class that `this` is an instance of. */
  readonly self: ClassNode | undefined;
}

/** Something that runs, or may run, when the handler runs. */
interface Reached<Running extends CallNode | TSESTree.TaggedTemplateExpression> {
  readonly call: Running;
  readonly frame: Frame;
  /** The place in the linted file: the call itself, or the call that leads into another file. */
  readonly place: Running | CallNode;
  /** How many files the way to it crosses. */
  readonly hops: number;
}

export type ReachedCall = Reached<CallNode>;
/** A template that its tag runs: `sql\`DELETE …\``, `$\`rm …\``. */
export type ReachedTag = Reached<TSESTree.TaggedTemplateExpression>;

const DEEPEST = 6;
const MOST_CALLS = 2_000;
/** A helper in another file is one hop; what that file imports in turn belongs to somebody else's review. */
const MOST_HOPS = 1;

export interface Reach {
  readonly calls: readonly ReachedCall[];
  readonly tags: readonly ReachedTag[];
}

/** What to look at on the way. */
export interface ReachLimits {
  /** Whether the text of another file may hold what is looked for. */
  readonly mayMatter: (text: string) => boolean;
  /** Whether a function that stands inside of another runs by itself: a tool's handler that a node makes. */
  readonly isApart: (fn: Node) => boolean;
  /** The only part of the function that is asked about. */
  readonly part?: HandlerPart | undefined;
}

/** All that a function runs through helpers, methods and base classes, in its own file and one hop further. */
export function reach(fn: FunctionNode, self: ClassNode | undefined, { mayMatter, isApart, part }: ReachLimits): Reach {
  const reached: ReachedCall[] = [];
  const tags: ReachedTag[] = [];
  const entered = new Map<Node, Set<Node | undefined>>();
  const home = fileOf(fn);
  // A handler that stands in another file has helpers of its own.
  const begun = home.linted ? 0 : 1;
  const most = begun + MOST_HOPS;
  const enter = (frame: Frame, depth: number, hops: number, place: CallNode | undefined): void => {
    const bodies = bodiesWithin(frame.fn, isApart);
    const runs = (node: Node): boolean => part === undefined || (frame === part.frame ? holds(part, node) : !isLeftOutOf(part, node));
    for (const body of bodies) for (const tag of body.tags) if (runs(tag)) tags.push({ call: tag, frame, place: place ?? tag, hops });
    for (const call of bodies.flatMap((body) => body.calls)) {
      if (reached.length >= MOST_CALLS) return;
      if (!runs(call)) continue;
      reached.push({ call, frame, place: place ?? call, hops });
      if (depth >= DEEPEST || !leadsOn(call, frame, entered.get(call))) continue;
      const target = targetOf(call, frame, hops < most ? mayMatter : undefined);
      for (const { fn: called, self: owner } of target ? [target] : alternativesOf(call)) {
        if (called === frame.fn || isAncestorFrame(frame, called)) continue;
        const crossed = fileOf(called) !== fileOf(call);
        if (crossed && hops >= most) continue;
        const ways = entered.get(call) ?? new Set();
        entered.set(call, ways.add(frame.call));
        enter({ fn: called, call, caller: frame, self: owner }, depth + 1, hops + (crossed ? 1 : 0), place ?? (crossed && fileOf(call) === home ? call : undefined));
      }
    }
  };
  enter(part?.frame ?? { fn, call: undefined, caller: undefined, self }, 0, begun, undefined);
  return { calls: reached, tags };
}

/** On how many ways the same call is followed. */
const MOST_WAYS = 3;

/** Whether a call is followed: the first time, and again on another way where it hands on what its function was given there: `request(path, "DELETE")`. */
function leadsOn(call: CallNode, { fn, call: way }: Frame, ways: ReadonlySet<Node | undefined> | undefined): boolean {
  if (!ways) return true;
  if (ways.has(way) || ways.size >= MOST_WAYS || !way?.arguments.some(isWrittenOut)) return false;
  return call.arguments.some((argument) => {
    const name = unwrapAwaited(argument);
    return name.type === "Identifier" && isParameter(name) && (variableOf(name)?.defs[0]?.node as Node | undefined) === fn;
  });
}

function isWrittenOut(argument: Node): boolean {
  return argument.type === "ObjectExpression" || staticString(argument) !== undefined;
}

/** The frame of what was entered first. */
export function outermostOf(frame: Frame): Frame {
  let at = frame;
  while (at.caller) at = at.caller;
  return at;
}

function isAncestorFrame(frame: Frame, fn: FunctionNode): boolean {
  for (let at: Frame | undefined = frame; at; at = at.caller) if (at.fn === fn) return true;
  return false;
}

/** The bodies of a function and of the callbacks written in it. */
function bodiesWithin(fn: FunctionNode, isApart: (fn: Node) => boolean): Body[] {
  const own = fileOf(fn).index.bodies.get(fn);
  const bodies = own ? [own] : [];
  for (const body of bodies) bodies.push(...body.functions.filter((inner) => !isApart(inner.node)));
  return bodies;
}

function targetOf(call: CallNode, frame: Frame, mayMatter: ((text: string) => boolean) | undefined): { fn: FunctionNode; self: ClassNode | undefined } | undefined {
  const callee = unwrapAwaited(call.callee);
  if (callee.type === "Identifier") {
    if (leadsElsewhere(callee, mayMatter)) return undefined;
    const definition = definitionOf(callee);
    if (isClass(definition)) return methodOf(definition, "constructor", definition);
    const called = functionOf(definition);
    if (called) return { fn: called, self: undefined };
    const passed = argumentOf(callee, frame);
    const fn = passed && functionOf(passed.node);
    return fn && { fn, self: undefined };
  }
  if (callee.type === "Super") return methodOf(baseOf(call), "constructor", frame.self);
  if (callee.type !== "MemberExpression") return isFunction(callee) ? { fn: callee, self: frame.self } : undefined;
  const name = memberName(callee);
  if (name === undefined) return undefined;
  if (callee.object.type === "ThisExpression") {
    const owner = frame.self ?? enclosingClass(call);
    return methodOf(owner, name, owner);
  }
  // Where `super` leads is told by the class that it is written in, whatever `this` is.
  if (callee.object.type === "Super") return methodOf(baseOf(call), name, frame.self);
  if (leadsElsewhere(callee.object, mayMatter)) return undefined;
  const owner = classOfValue(callee.object, frame, mayMatter);
  if (owner) return methodOf(owner, name, owner);
  const fn = functionOf(callee);
  return fn && { fn, self: undefined };
}

const MOST_ALTERNATIVES = 4;

/** The functions of which a name holds one: `let search; if (key) search = askTavily; else search = askNobody`, `const search = key ? askTavily : askNobody`. */
function alternativesOf(call: CallNode): readonly { fn: FunctionNode; self: ClassNode | undefined }[] {
  const name = unwrapAwaited(call.callee);
  if (name.type !== "Identifier" || importSource(variableOf(name)) !== undefined) return [];
  const definition = definitionOf(name);
  const values = definition.type === "ConditionalExpression" ? [definition.consequent, definition.alternate] : writtenValues(variableOf(name));
  if (!values || values.length > MOST_ALTERNATIVES) return [];
  const fns = values.map(functionOf);
  return fns.every((fn) => fn !== undefined) ? fns.map((fn) => ({ fn, self: undefined })) : [];
}

/** All values that a variable is given by plain assignments; `undefined` where there is another way to write it. */
export function writtenValues(variable: Variable | undefined): readonly Node[] | undefined {
  const declarator = variable?.defs[0]?.node as Node | undefined;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return undefined;
  const values: Node[] = [];
  for (const reference of variable?.references ?? []) {
    if (!reference.isWrite()) continue;
    const target = reference.identifier as Node;
    const value = reference.init === true ? declarator.init : target.parent?.type === "AssignmentExpression" && target.parent.operator === "=" ? target.parent.right : undefined;
    if (!value) return undefined;
    values.push(value);
  }
  return values;
}

/** What a helper or a method of the project returns where it is called, if it returns one thing only. */
export function returnedBy(call: CallNode, frame: Frame | undefined): { node: Node; frame: Frame } | undefined {
  const caller = frame ?? frameAround(call);
  const target = caller && targetOf(call, caller, undefined);
  if (!target || fileOf(target.fn) !== fileOf(call) || isAncestorFrame(caller, target.fn)) return undefined;
  const [node, ...others] = returnedFrom(target.fn);
  return node && others.length === 0 ? { node, frame: { fn: target.fn, call, caller, self: target.self } } : undefined;
}

/** The function of the project that a call enters, also where it stands in another file. */
export function functionCalledBy(call: CallNode): { fn: FunctionNode } | undefined {
  const caller = frameAround(call);
  return caller && targetOf(call, caller, () => true);
}

function frameAround(node: Node): Frame | undefined {
  const fn = enclosingFunction(node);
  return fn && { fn, call: undefined, caller: undefined, self: undefined };
}

function methodOf(owner: ClassNode | undefined, name: string, self: ClassNode | undefined): { fn: FunctionNode; self: ClassNode | undefined } | undefined {
  const method = owner && memberOfClass(owner, name);
  const fn = method && functionOf(method);
  return fn && { fn, self };
}

function baseOf(node: Node): ClassNode | undefined {
  const owner = enclosingClass(node);
  return owner && superClassOf(owner);
}

/** Whether a name is imported from a file that is not worth reading: asked before the file is parsed, because parsing is what costs. */
function leadsElsewhere(node: Node, mayMatter: ((text: string) => boolean) | undefined): boolean {
  const name = unwrapAwaited(node);
  if (name.type !== "Identifier") return false;
  const variable = variableOf(name);
  const source = importSource(variable);
  return source !== undefined && (!mayMatter || !isWorthReading(fileOf(name), source, importedName(variable), mayMatter, mayMakeClient));
}

const mayMakeClient = (text: string): boolean => CLIENT_HINT.test(text);

/** What an imported name is called in the file that it comes from; `undefined` for a namespace. */
function importedName(variable: Variable | undefined): string | undefined {
  const node = variable?.defs[0]?.node as Node | undefined;
  if (node?.type === "ImportDefaultSpecifier") return "default";
  return node?.type === "ImportSpecifier" ? (node.imported.type === "Identifier" ? node.imported.name : node.imported.value) : undefined;
}

function importSource(variable: Variable | undefined): string | undefined {
  const node = variable?.defs[0]?.node as Node | undefined;
  return (node?.type === "ImportSpecifier" || node?.type === "ImportDefaultSpecifier" || node?.type === "ImportNamespaceSpecifier") && node.parent.type === "ImportDeclaration" ? node.parent.source.value : undefined;
}

/** The project's class that a value is an instance of, where it need not be looked for in a file that is not worth reading. */
function classOfValue(node: Node, frame: Frame, mayMatter: ((text: string) => boolean) | undefined): ClassNode | undefined {
  const passed = argumentOf(node, frame);
  const definition = definitionOf(passed?.node ?? node);
  const isMadeElsewhere = definition.type === "CallExpression" && leadsElsewhere(memberChain(definition.callee).root, mayMatter);
  return isMadeElsewhere ? undefined : classOfInstance(definition);
}

/** What a parameter was given, where the frame tells: the argument and the frame in which it is to be read. */
export function argumentOf(node: Node, frame: Frame | undefined): { node: Node; frame: Frame | undefined } | undefined {
  const name = unwrapAwaited(node);
  if (name.type !== "Identifier") return undefined;
  const definition = variableOf(name)?.defs[0];
  if (definition?.type !== "Parameter") return undefined;
  for (let at = frame; at; at = at.caller) {
    if (at.fn !== (definition.node as Node)) continue;
    if (!at.call) return undefined;
    return argumentOfParameter(at.fn, name.name, at.call, at.caller);
  }
  return undefined;
}

function argumentOfParameter(fn: FunctionNode, name: string, call: CallNode, caller: Frame | undefined): { node: Node; frame: Frame | undefined } | undefined {
  for (const [index, parameter] of fn.params.entries()) {
    const pattern = parameterPattern(parameter);
    const fallback = parameter.type === "AssignmentPattern" ? parameter.right : undefined;
    const argument = argumentAt(call, index);
    if (pattern.type === "Identifier" && pattern.name === name) {
      if (argument) return { node: argument, frame: caller };
      return fallback && call.arguments.every((each) => each.type !== "SpreadElement") ? { node: fallback, frame: caller } : undefined;
    }
    if (pattern.type !== "ObjectPattern" || !argument) continue;
    for (const property of pattern.properties) {
      if (property.type !== "Property") continue;
      const target = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
      const key = keyName(property);
      if (target.type !== "Identifier" || target.name !== name || key === undefined) continue;
      const value = propertyValue(definitionOf(argument), key) ?? (property.value.type === "AssignmentPattern" ? property.value.right : undefined);
      return value && { node: value, frame: caller };
    }
  }
  return undefined;
}

/** Whether a node is a parameter that the call which entered the frame leaves out: there it is `undefined`. */
export function isLeftOut(node: Node, frame: Frame | undefined): boolean {
  const name = unwrapAwaited(node);
  if (name.type !== "Identifier") return false;
  const definition = variableOf(name)?.defs[0];
  if (definition?.type !== "Parameter") return false;
  for (let at = frame; at; at = at.caller) {
    const { call } = at;
    if (at.fn !== (definition.node as Node)) continue;
    return call !== undefined && call.arguments.every((each) => each.type !== "SpreadElement") && at.fn.params.some((parameter, index) => leavesOut(parameter, name.name, call.arguments[index]));
  }
  return false;
}

function leavesOut(parameter: TSESTree.Parameter, name: string, argument: Node | undefined): boolean {
  if (parameter.type === "Identifier") return parameter.name === name && argument === undefined;
  if (parameter.type !== "ObjectPattern") return false;
  const property = parameter.properties.find((each): each is TSESTree.Property => each.type === "Property" && each.value.type === "Identifier" && each.value.name === name);
  const key = property && keyName(property);
  const given = argument && definitionOf(argument);
  return key !== undefined && given !== undefined && isWholeLiteral(given) && propertyValue(given, key) === undefined;
}

/** The definition of a value as seen in a frame: parameters are replaced by what they were given. */
export function definitionIn(node: Node, frame: Frame | undefined, steps = 0): { node: Node; frame: Frame | undefined } {
  const definition = definitionOf(node);
  const passed = steps < DEEPEST ? argumentOf(definition, frame) : undefined;
  return passed ? definitionIn(passed.node, passed.frame, steps + 1) : { node: definition, frame };
}

/** `let next = url; for (…) { await fetch(next); next = … }`: what a variable is at its first use, where every other value comes after it. */
export function firstValueIn(node: Node, use: Node, frame: Frame | undefined): Node {
  const variable = node.type === "Identifier" ? variableOf(node) : undefined;
  const declarator = variable?.defs[0]?.node as Node | undefined;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || !declarator.init) return node;
  const fn = enclosingFunction(use);
  const comesLater = (write: Node): boolean => write.range[0] > use.range[1] && enclosingFunction(write) === fn;
  return variable?.references.every((reference) => !reference.isWrite() || reference.init === true || comesLater(reference.identifier)) ? definitionIn(declarator.init, frame).node : node;
}

export function isParameter(node: Node): boolean {
  const name = unwrapAwaited(node);
  return name.type === "Identifier" && variableOf(name)?.defs[0]?.type === "Parameter";
}
