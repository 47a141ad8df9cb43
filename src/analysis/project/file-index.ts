import type { TSESTree } from "@typescript-eslint/utils";
import { memberName, type CallNode, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";

/** What one function (or the top level of a file) holds directly, nested functions apart. */
export interface Body {
  readonly node: FunctionNode | TSESTree.Program;
  readonly outer: Body | undefined;
  readonly calls: CallNode[];
  readonly tags: TSESTree.TaggedTemplateExpression[];
  readonly functions: Body[];
  readonly returned: Node[];
  readonly awaits: TSESTree.AwaitExpression[];
  readonly throws: TSESTree.ThrowStatement[];
  readonly catches: TSESTree.CatchClause[];
  readonly comparisons: TSESTree.BinaryExpression[];
  readonly loops: (TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement)[];
}

/** Everything the facts start from, found in one walk of the tree. */
export interface FileIndex {
  readonly program: Body;
  readonly bodies: ReadonlyMap<Node, Body>;
  readonly calls: readonly CallNode[];
  readonly classes: readonly ClassNode[];
  /** `a.b = c`, by the name behind the dot. */
  readonly memberWrites: ReadonlyMap<string, readonly TSESTree.AssignmentExpression[]>;
  /** `{ name: … }`, by name; only names that some fact starts from. */
  readonly properties: ReadonlyMap<string, readonly TSESTree.Property[]>;
  readonly tags: readonly TSESTree.TaggedTemplateExpression[];
  /** `a === b`, and its negation. */
  readonly comparisons: readonly TSESTree.BinaryExpression[];
  readonly switches: readonly TSESTree.SwitchStatement[];
  /** `a ?? b`, `a || b`, `a ? b : c`, `{ a = b }` and `a = b`: where one value stands in for another. */
  readonly fallbacks: readonly Fallback[];
  /** `["system", text]`: a list of two that begins with a literal. */
  readonly tuples: readonly TSESTree.ArrayExpression[];
  readonly assertions: readonly (TSESTree.TSAsExpression | TSESTree.TSTypeAssertion)[];
  /** `const x: T = …`, `let x!: T`, `declare const x: T`, and the same for fields of classes. */
  readonly annotated: readonly (TSESTree.VariableDeclarator | TSESTree.PropertyDefinition)[];
  /** `x is T` in return types of functions. */
  readonly predicates: readonly TSESTree.TSTypePredicate[];
}

/** Where one value may stand in for another. */
export type Fallback = TSESTree.LogicalExpression | TSESTree.ConditionalExpression | TSESTree.AssignmentPattern | TSESTree.AssignmentExpression;

/** Property names that facts start from; a list, so that the walk does not collect every object literal of a file. */
const INDEXED_PROPERTIES = new Set(["configurable", "interruptOn", "interruptBefore", "thread_id", "requireToolApproval", "toolApproval", "role", "context", "__html", "handleToolErrors", "recursionLimit", "maxIterations", "maxSteps", "maxTurns", "stopWhen", "parallel_tool_calls", "parallelToolCalls", "cache_control", "cacheControl", "cachePoint", "inference_geo"]);

const ORDER = new Set(["<", ">", "<=", ">=", "<<", ">>", ">>>"]);
const EQUALITY = new Set(["===", "!==", "==", "!="]);

export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] extends ReadonlyMap<infer Name, readonly (infer Item)[]> ? Map<Name, Item[]> : Type[Key] extends readonly (infer Item)[] ? Item[] : Type[Key] };
type Found = Omit<Writable<FileIndex>, "bodies"> & { readonly bodies: Map<Node, Body> };
/** Each takes the kind of node that it stands under; checking that over the union of all kinds costs a type checker gigabytes. */
type Collector = (node: never, found: Found, body: Body) => void;

const call = (node: CallNode, found: Found, body: Body): void => {
  body.calls.push(node);
  found.calls.push(node);
};
const loop = (node: Body["loops"][number], _found: Found, body: Body): void => {
  body.loops.push(node);
};
const assertion = (node: FileIndex["assertions"][number], found: Found): void => {
  found.assertions.push(node);
};
const fallback = (node: Fallback, found: Found): void => {
  found.fallbacks.push(node);
};
const owner = (node: ClassNode, found: Found): void => {
  found.classes.push(node);
};

/** What the walk takes note of, by the kind of node. */
const COLLECTORS: Readonly<Record<string, Collector>> = {
  CallExpression: call,
  NewExpression: call,
  ClassDeclaration: owner,
  ClassExpression: owner,
  WhileStatement: loop,
  DoWhileStatement: loop,
  ForStatement: loop,
  TSAsExpression: assertion,
  TSTypeAssertion: assertion,
  ConditionalExpression: fallback,
  AssignmentPattern: fallback,
  LogicalExpression(node: TSESTree.LogicalExpression, found) {
    if (node.operator !== "&&") found.fallbacks.push(node);
  },
  ReturnStatement(node: TSESTree.ReturnStatement, _found, body) {
    if (node.argument) body.returned.push(node.argument);
  },
  VariableDeclarator(node: TSESTree.VariableDeclarator, found) {
    if (node.id.typeAnnotation && (node.init ?? (node.definite || node.parent.declare))) found.annotated.push(node);
  },
  PropertyDefinition(node: TSESTree.PropertyDefinition, found) {
    if (node.typeAnnotation && (node.value ?? node.definite)) found.annotated.push(node);
  },
  ArrayExpression(node: TSESTree.ArrayExpression, found) {
    if (node.elements.length === 2 && node.elements[0]?.type === "Literal") found.tuples.push(node);
  },
  AwaitExpression(node: TSESTree.AwaitExpression, _found, body) {
    body.awaits.push(node);
  },
  BinaryExpression(node: TSESTree.BinaryExpression, found, body) {
    if (ORDER.has(node.operator)) body.comparisons.push(node);
    if (EQUALITY.has(node.operator)) found.comparisons.push(node);
  },
  SwitchStatement(node: TSESTree.SwitchStatement, found) {
    found.switches.push(node);
  },
  ThrowStatement(node: TSESTree.ThrowStatement, _found, body) {
    body.throws.push(node);
  },
  CatchClause(node: TSESTree.CatchClause, _found, body) {
    body.catches.push(node);
  },
  TaggedTemplateExpression(node: TSESTree.TaggedTemplateExpression, found, body) {
    body.tags.push(node);
    found.tags.push(node);
  },
  AssignmentExpression(node: TSESTree.AssignmentExpression, found) {
    if (node.left.type === "Identifier") found.fallbacks.push(node);
    if (node.left.type === "MemberExpression" && !node.left.computed) append(found.memberWrites, memberName(node.left) ?? "", node);
  },
  Property(node: TSESTree.Property, found) {
    const name = node.key.type === "Identifier" && !node.computed ? node.key.name : node.key.type === "Literal" ? node.key.value : undefined;
    if (typeof name === "string" && INDEXED_PROPERTIES.has(name)) append(found.properties, name, node);
  },
};
const collectors: ReadonlyMap<string, Collector> = new Map(Object.entries(COLLECTORS));

/** Kinds in which no fact starts: names, texts, types, imports. */
const IDLE = new Set(["Identifier", "PrivateIdentifier", "Literal", "TemplateElement", "ThisExpression", "Super", "JSXText", "JSXIdentifier", "ImportDeclaration", "TSInterfaceDeclaration", "TSTypeAliasDeclaration"]);
const FUNCTIONS = new Set(["ArrowFunctionExpression", "FunctionDeclaration", "FunctionExpression"]);
/** Keys under which there are only types. */
const TYPE_KEYS = new Set(["typeAnnotation", "typeArguments", "typeParameters", "superTypeArguments", "returnType", "implements"]);

/** What the walk does at one kind of node. */
interface Step {
  readonly collect: Collector | undefined;
  readonly enters: boolean;
  /** The keys that are worth a walk. */
  readonly keys: readonly string[];
}

const plans = new WeakMap<VisitorKeys, ReadonlyMap<string, Step>>();

function planFor(visitorKeys: VisitorKeys, whole: boolean): ReadonlyMap<string, Step> {
  const known = whole ? undefined : plans.get(visitorKeys);
  if (known) return known;
  const steps = new Map<string, Step>();
  for (const [type, keys = []] of Object.entries(visitorKeys)) {
    if (!whole && IDLE.has(type)) continue;
    steps.set(type, { collect: collectors.get(type), enters: FUNCTIONS.has(type), keys: whole ? keys : keys.filter((key) => !TYPE_KEYS.has(key)) });
  }
  if (!whole) plans.set(visitorKeys, steps);
  return steps;
}

/** Walks a tree once. `adopt` also writes the parents, for trees that ESLint has not walked; then nothing may be left out. */
export function buildIndex(program: TSESTree.Program, visitorKeys: VisitorKeys, adopt: boolean): FileIndex {
  const top = emptyBody(program, undefined);
  const found: Found = { program: top, bodies: new Map([[program, top]]), calls: [], classes: [], memberWrites: new Map(), properties: new Map(), tags: [], comparisons: [], switches: [], fallbacks: [], tuples: [], assertions: [], annotated: [], predicates: [] };
  const plan = planFor(visitorKeys, adopt);

  const descend = (child: Node, parent: Node, body: Body): void => {
    if (adopt) child.parent = parent;
    const step = plan.get(child.type);
    if (step) visit(child, step, body);
  };
  const visit = (node: Node, { collect, enters, keys }: Step, body: Body): void => {
    if (collect) collect(node as never, found, body);
    const inside = enters ? enter(node as FunctionNode, found, body) : body;
    for (const key of keys) {
      const child = (node as unknown as Record<string, unknown>)[key];
      if (typeof child !== "object" || child === null) continue;
      if (Array.isArray(child)) {
        for (const element of child as readonly unknown[]) if (typeof element === "object" && element !== null) descend(element as Node, node, inside);
      } else descend(child as Node, node, inside);
    }
  };
  const start = plan.get(program.type);
  if (start) visit(program, start, top);
  return found;
}

function emptyBody(node: Body["node"], outer: Body | undefined): Body {
  return { node, outer, calls: [], tags: [], functions: [], returned: [], awaits: [], throws: [], catches: [], comparisons: [], loops: [] };
}

function enter(node: FunctionNode, found: Found, outer: Body): Body {
  const body = emptyBody(node, outer);
  outer.functions.push(body);
  found.bodies.set(node, body);
  if (node.returnType?.typeAnnotation.type === "TSTypePredicate") found.predicates.push(node.returnType.typeAnnotation);
  if (node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement") body.returned.push(node.body);
  return body;
}

function append<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
