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
  /** `a ?? b`, `a || b`, `a ? b : c`, `{ a = b }` and `a = b`: where one value stands in for another. */
  readonly fallbacks: readonly Fallback[];
  /** `["system", text]`: a list of two that begins with a literal. */
  readonly tuples: readonly TSESTree.ArrayExpression[];
  readonly assertions: readonly (TSESTree.TSAsExpression | TSESTree.TSTypeAssertion)[];
  /** `const x: T = …`. */
  readonly annotated: readonly TSESTree.VariableDeclarator[];
  /** `x is T` in return types of functions. */
  readonly predicates: readonly TSESTree.TSTypePredicate[];
}

/** Where one value may stand in for another. */
export type Fallback = TSESTree.LogicalExpression | TSESTree.ConditionalExpression | TSESTree.AssignmentPattern | TSESTree.AssignmentExpression;

/** Property names that facts start from; a list, so that the walk does not collect every object literal of a file. */
const INDEXED_PROPERTIES = new Set(["configurable", "interruptOn", "interruptBefore", "thread_id", "toolApproval", "role", "context", "__html", "handleToolErrors", "recursionLimit", "maxIterations", "maxSteps", "maxTurns", "parallel_tool_calls", "parallelToolCalls"]);

const EQUALITY = new Set(["===", "!==", "==", "!="]);

export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** Walks a tree once. `adopt` also writes the parents, for trees that ESLint has not walked. */
export function buildIndex(program: TSESTree.Program, visitorKeys: VisitorKeys, adopt: boolean): FileIndex {
  const bodies = new Map<Node, Body>();
  const calls: CallNode[] = [];
  const classes: ClassNode[] = [];
  const tags: TSESTree.TaggedTemplateExpression[] = [];
  const tuples: TSESTree.ArrayExpression[] = [];
  const assertions: (TSESTree.TSAsExpression | TSESTree.TSTypeAssertion)[] = [];
  const predicates: TSESTree.TSTypePredicate[] = [];
  const annotated: TSESTree.VariableDeclarator[] = [];
  const comparisons: TSESTree.BinaryExpression[] = [];
  const fallbacks: Fallback[] = [];
  const memberWrites = new Map<string, TSESTree.AssignmentExpression[]>();
  const properties = new Map<string, TSESTree.Property[]>();
  const top: Body = { node: program, outer: undefined, calls: [], tags: [], functions: [], returned: [], awaits: [], throws: [], catches: [], comparisons: [], loops: [] };
  bodies.set(program, top);

  const visit = (node: Node, body: Body): void => {
    let inside = body;
    if (isFallback(node)) fallbacks.push(node);
    switch (node.type) {
      case "CallExpression":
      case "NewExpression":
        body.calls.push(node);
        calls.push(node);
        break;
      case "ArrowFunctionExpression":
      case "FunctionDeclaration":
      case "FunctionExpression":
        inside = { node, outer: body, calls: [], tags: [], functions: [], returned: [], awaits: [], throws: [], catches: [], comparisons: [], loops: [] };
        body.functions.push(inside);
        bodies.set(node, inside);
        if (node.returnType?.typeAnnotation.type === "TSTypePredicate") predicates.push(node.returnType.typeAnnotation);
        if (node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement") inside.returned.push(node.body);
        break;
      case "ClassDeclaration":
      case "ClassExpression":
        classes.push(node);
        break;
      case "ReturnStatement":
        if (node.argument) body.returned.push(node.argument);
        break;
      case "VariableDeclarator":
        if (node.init && node.id.typeAnnotation) annotated.push(node);
        break;
      case "TSAsExpression":
      case "TSTypeAssertion":
        assertions.push(node);
        break;
      case "ArrayExpression":
        if (node.elements.length === 2 && node.elements[0]?.type === "Literal") tuples.push(node);
        break;
      case "AwaitExpression":
        body.awaits.push(node);
        break;
      case "BinaryExpression":
        if (node.operator.startsWith("<") || node.operator.startsWith(">")) body.comparisons.push(node);
        if (EQUALITY.has(node.operator)) comparisons.push(node);
        break;
      case "ThrowStatement":
        body.throws.push(node);
        break;
      case "CatchClause":
        body.catches.push(node);
        break;
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForStatement":
        body.loops.push(node);
        break;
      case "TaggedTemplateExpression":
        body.tags.push(node);
        tags.push(node);
        break;
      case "AssignmentExpression":
        if (node.left.type === "MemberExpression" && !node.left.computed) append(memberWrites, memberName(node.left) ?? "", node);
        break;
      case "Property":
        if (node.key.type === "Identifier" && !node.computed && INDEXED_PROPERTIES.has(node.key.name)) append(properties, node.key.name, node);
        else if (node.key.type === "Literal" && typeof node.key.value === "string" && INDEXED_PROPERTIES.has(node.key.value)) append(properties, node.key.value, node);
        break;
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
      case "TSTypeAnnotation":
      case "TSTypeParameterInstantiation":
      case "TSTypeParameterDeclaration":
      case "ImportDeclaration":
        // No fact starts in a type or an import; only the parents are still to be written.
        if (!adopt) return;
        break;
      default:
    }
    const keys = visitorKeys[node.type];
    if (keys === undefined) return;
    for (const key of keys) {
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) {
        for (const item of child) if (isNode(item)) descend(item, node, inside);
      } else if (isNode(child)) descend(child, node, inside);
    }
  };
  const descend = (child: Node, parent: Node, body: Body): void => {
    if (adopt) (child as { parent?: Node }).parent = parent;
    visit(child, body);
  };
  visit(program, top);
  return { program: top, bodies, calls, classes, memberWrites, properties, tags, comparisons, fallbacks, tuples, assertions, predicates, annotated };
}

function isFallback(node: Node): node is Fallback {
  if (node.type === "LogicalExpression") return node.operator !== "&&";
  return node.type === "ConditionalExpression" || node.type === "AssignmentPattern" || (node.type === "AssignmentExpression" && node.left.type === "Identifier");
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

function append<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
