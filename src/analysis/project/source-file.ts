import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { buildIndex, type FileIndex, type VisitorKeys } from "./file-index.js";
import { fileMemo, startFile } from "./memo.js";
import type { Node } from "../syntax/expression.js";
import type { Project } from "./project.js";

type ScopeManager = TSESLint.Scope.ScopeManager;
export type Variable = TSESLint.Scope.Variable;
export type Scope = TSESLint.Scope.Scope;

/** What a file exports under a name. */
export type Exported =
  | { readonly kind: "node"; readonly node: Node }
  | { readonly kind: "reexport"; readonly source: string; readonly name: string };

/** The kinds of node that a name mostly stands in and that never open a scope, so that the scope manager need not be asked. */
const WITHOUT_SCOPE = new Set(["Identifier", "MemberExpression", "CallExpression", "NewExpression", "AwaitExpression", "ChainExpression", "ExpressionStatement", "VariableDeclarator", "VariableDeclaration", "ReturnStatement", "Property", "ObjectExpression", "ArrayExpression", "TemplateLiteral", "BinaryExpression", "LogicalExpression", "ConditionalExpression", "AssignmentExpression", "IfStatement", "SpreadElement", "TSAsExpression", "TSNonNullExpression", "UnaryExpression"]);

/** One file of the project as the analysis sees it: the linted one, or one that an import leads to. */
export class SourceFile {
  readonly path: string;
  readonly ast: TSESTree.Program;
  readonly text: string;
  readonly project: Project;
  /** True for the file that ESLint lints; reports can stand only there. */
  readonly linted: boolean;
  /** Whether the parser knows TypeScript, so that the code can say types. */
  readonly typed: boolean;
  readonly #scopes: ScopeManager;
  readonly #visitorKeys: VisitorKeys;
  #index: FileIndex | undefined;
  #exports: Map<string, Exported> | undefined;
  readonly #stars: string[] = [];
  readonly #variables = new Map<Node, Variable | null>();
  #whole: Node | undefined;

  constructor(parts: { path: string; ast: TSESTree.Program; text: string; scopes: ScopeManager; visitorKeys: VisitorKeys; project: Project; linted: boolean }) {
    this.path = parts.path;
    this.ast = parts.ast;
    this.text = parts.text;
    this.project = parts.project;
    this.linted = parts.linted;
    this.typed = "TSTypeAnnotation" in parts.visitorKeys;
    this.#scopes = parts.scopes;
    this.#visitorKeys = parts.visitorKeys;
    files.set(parts.ast, this);
    if (parts.linted) {
      startFile();
      this.#collectReferences();
    }
    // A followed tree has no parents yet, and everything below relies on them.
    if (!parts.linted) this.#index = buildIndex(parts.ast, parts.visitorKeys, true);
  }

  /** The scopes know already what the names of the file stand for. */
  #collectReferences(): void {
    for (const scope of this.#scopes.scopes) {
      for (const reference of scope.references) {
        // Names of types are asked about rarely.
        if ((reference as { isTypeReference?: boolean }).isTypeReference === true && (reference as { isValueReference?: boolean }).isValueReference !== true) continue;
        const { identifier, resolved } = reference;
        referenced.set(identifier, resolved && resolved.defs.length > 0 ? resolved : null);
      }
    }
  }

  get index(): FileIndex {
    this.#index ??= buildIndex(this.ast, this.#visitorKeys, false);
    return this.#index;
  }

  scopeOf(node: Node): Scope | undefined {
    for (let at: Node | undefined = node; at; at = at.parent) {
      if (WITHOUT_SCOPE.has(at.type)) continue;
      // The innermost scope of a node: for the program that is the module's, not the global one around it.
      const scope = this.#scopes.acquire(at, true);
      if (scope) return scope.type === "function-expression-name" ? (scope.childScopes[0] ?? scope) : scope;
    }
    return this.#scopes.scopes[0];
  }

  /** The variables that a declaration makes. */
  declaredBy(declaration: Node): readonly Variable[] {
    return this.#scopes.getDeclaredVariables(declaration);
  }

  /** The variable that a name stands for at that place; `undefined` for a global that nobody declares. */
  variableOf(name: string, at: Node): Variable | undefined {
    // Mostly a name is asked about where it stands, and by several facts.
    if (at.type !== "Identifier" || at.name !== name) return this.#findVariable(name, at);
    let variable = this.#variables.get(at);
    if (variable === undefined) this.#variables.set(at, (variable = this.#findVariable(name, at) ?? null));
    return variable ?? undefined;
  }

  #findVariable(name: string, at: Node): Variable | undefined {
    for (let scope: Scope | null | undefined = this.scopeOf(at); scope; scope = scope.upper) {
      const variable = scope.set.get(name);
      if (variable && variable.defs.length > 0) return variable;
      // ESLint declares the configured globals in the outermost scope, without a definition.
      if (variable && scope.type === "global") return undefined;
    }
    return undefined;
  }

  /** What the file exports under a name, `default` included; `undefined` where it does not, or not visibly. */
  exported(name: string): Exported | undefined {
    return this.#exportTable().get(name);
  }

  /** The modules that the file passes on whole: `export * from "…"`. */
  get stars(): readonly string[] {
    this.#exportTable();
    return this.#stars;
  }

  /** The names that the file exports by itself. */
  get exportedNames(): readonly string[] {
    return [...this.#exportTable().keys()];
  }

  /** What the file exports as a whole: `module.exports = …`, `export = …`. */
  get whole(): Node | undefined {
    this.#exportTable();
    return this.#whole;
  }

  #exportTable(): Map<string, Exported> {
    if (this.#exports) return this.#exports;
    const table = new Map<string, Exported>();
    this.#exports = table;
    for (const statement of this.ast.body) {
      switch (statement.type) {
        case "ExportNamedDeclaration":
          if (statement.declaration) {
            for (const [name, node] of declaredNames(statement.declaration)) table.set(name, { kind: "node", node });
          }
          for (const specifier of statement.specifiers) {
            const local = nameOf(specifier.local);
            table.set(nameOf(specifier.exported), statement.source ? { kind: "reexport", source: statement.source.value, name: local } : { kind: "node", node: specifier.local });
          }
          break;
        case "ExportDefaultDeclaration":
          table.set("default", { kind: "node", node: statement.declaration });
          break;
        case "ExportAllDeclaration":
          if (statement.exported) table.set(nameOf(statement.exported), { kind: "reexport", source: statement.source.value, name: "*" });
          else this.#stars.push(statement.source.value);
          break;
        case "TSExportAssignment":
          this.#whole = statement.expression;
          table.set("default", { kind: "node", node: statement.expression });
          break;
        case "ExpressionStatement":
          this.#collectCommonJs(statement.expression, table);
          break;
        default:
      }
    }
    return table;
  }

  #collectCommonJs(expression: Node, table: Map<string, Exported>): void {
    if (expression.type !== "AssignmentExpression" || expression.left.type !== "MemberExpression") return;
    const { object, property } = expression.left;
    if (property.type !== "Identifier") return;
    if (isExports(object)) table.set(property.name, { kind: "node", node: expression.right });
    if (isModuleExports(expression.left)) {
      this.#whole = expression.right;
      table.set("default", { kind: "node", node: expression.right });
      if (expression.right.type === "ObjectExpression") {
        for (const entry of expression.right.properties) {
          if (entry.type === "Property" && entry.key.type === "Identifier") table.set(entry.key.name, { kind: "node", node: entry.value });
        }
      }
    }
  }
}

/** `exports` and `module.exports`. */
function isExports(node: Node): boolean {
  return (node.type === "Identifier" && node.name === "exports") || isModuleExports(node);
}

function isModuleExports(node: Node): boolean {
  return node.type === "MemberExpression" && node.object.type === "Identifier" && node.object.name === "module" && node.property.type === "Identifier" && node.property.name === "exports";
}

/** The variables of the linted file by the names that refer to them; `null` for globals that nobody declares. */
const referenced = fileMemo<Node, Variable | null>();

/** The variable that a name stands for where it stands; `undefined` for a global that nobody declares. */
export function variableOf(name: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined {
  const variable = referenced.get(name);
  return variable === undefined ? fileOf(name).variableOf(name.name, name) : (variable ?? undefined);
}

const files = new WeakMap<Node, SourceFile>();

/** The file a node stands in. Every node that the analysis hands out belongs to one. */
export function fileOf(node: Node): SourceFile {
  let root: Node = node;
  while (root.parent) root = root.parent;
  const file = files.get(root);
  if (file === undefined) throw new Error(`a ${root.type} outside of every analysed file`);
  return file;
}

/** What a function gives back, at each of its ways out; nothing where there is no function, or one that has no `return` with a value. */
export function returnedFrom(fn: Node | undefined): readonly Node[] {
  return fn ? (fileOf(fn).index.bodies.get(fn)?.returned ?? []) : [];
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

function* declaredNames(declaration: TSESTree.ExportNamedDeclaration["declaration"]): Generator<[string, Node]> {
  if (!declaration) return;
  if (declaration.type === "VariableDeclaration") {
    for (const declarator of declaration.declarations) {
      if (declarator.id.type === "Identifier") yield [declarator.id.name, declarator.id];
      else if (declarator.id.type === "ObjectPattern") {
        for (const property of declarator.id.properties) {
          if (property.type === "Property" && property.value.type === "Identifier") yield [property.value.name, property.value];
        }
      }
    }
  } else if ("id" in declaration && declaration.id?.type === "Identifier") yield [declaration.id.name, declaration];
}
