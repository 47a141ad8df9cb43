import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { type SyntaxNode, walk } from "./syntax-walk.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A folder may import from itself and from those named here. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  types: [],
  "src/analysis": ["src/policy"],
  "src/policy": ["src/checklist"],
  "src/checklist": ["src/rule"],
  "src/rule": ["src/analysis", "src/policy", "src/checklist"],
  "src/fix": ["src/analysis", "src/policy"],
  rules: ["src/rule", "src/analysis", "src/fix"],
  "src/preflight": ["rules", "src/checklist", "src/rule", "src/policy", "src/analysis"],
};

describe("the layers", () => {
  const files = ["src", "rules", "types"].flatMap(sourcesBelow);

  it("are looked at as a whole", () => {
    for (const layer of ["types", "src/analysis", "rules"]) {
      expect(files.filter((file) => file.startsWith(`${layer}/`)), layer).not.toEqual([]);
    }
  });

  it("import only downwards", () => {
    expect(files.flatMap(forbiddenEdges)).toEqual([]);
  });

  it("let only the plugin and the preflight know the list of rules", () => {
    const knowing = files.filter((file) => importsOf(file).some(({ target }) => target === "rules/index"));

    expect(knowing.filter((file) => file !== "src/index.ts" && !file.startsWith("src/preflight/"))).toEqual([]);
  });
});

describe("a file under rules/", () => {
  const rules = sourcesBelow("rules").filter((file) => file !== "rules/index.ts");

  it("exists", () => {
    expect(rules).not.toEqual([]);
  });

  it.each(rules)("%s judges facts: it neither walks syntax, nor resolves scopes, nor asks for types", (file) => {
    expect(lawbreaking(readFileSync(join(root, file), "utf8"))).toEqual([]);
  });
});

describe("the law for rules", () => {
  it("has nothing against a rule that loops over facts", () => {
    const code = `
      import type { TSESTree } from "@typescript-eslint/utils";
      import { createRule } from "../src/rule/create-rule.js";
      import { removeField } from "../src/fix/remove-field.js";

      export default createRule({
        name: "no-example",
        meta: { type: "problem", messages: { example: "An example." } },
        check(model, report) {
          for (const tool of model.tools) {
            if (tool.kind === "handler") report(tool.node, "example", suggestionsFor(tool.node));
          }
        },
      });

      function suggestionsFor(node: TSESTree.Node) { return [removeField(node)]; }
    `;

    expect(lawbreaking(code)).toEqual([]);
  });

  it.each([
    ["asks for a scope", `context.sourceCode.getScope(node);`],
    ["asks for a scope by another name", `const { getScope } = context.sourceCode;`],
    ["asks for a scope through a string", `context.sourceCode["getScope"](node);`],
    ["reads the scope manager", `const scopes = sourceCode.scopeManager;`],
    ["takes the parser services", `const services = context.sourceCode.parserServices;`],
    ["asks the checker", `const type = checker.getTypeAtLocation(node);`],
    ["goes up the tree", `if (node.parent) go(node.parent.parent);`],
    ["reads the visitor keys", `for (const key of sourceCode.visitorKeys[name]) go(key);`],
    ["starts from the whole tree", `go(context.sourceCode.ast);`],
    ["compares a node type", `if (node.type === "CallExpression") go(node);`],
    ["compares a node type the other way round", `if ("CallExpression" !== node.type) go(node);`],
    ["switches on a node type", `switch (node.type) { case "CallExpression": go(node); }`],
    ["asks for a node type with optional chaining", `if (node?.type === "Identifier") go(node);`],
    ["listens to the tree", `const listener = { CallExpression(node) { go(node); } };`],
    ["listens with a selector", `const listener = { "CallExpression[callee.name='tool']": (node) => go(node) };`],
    ["listens to the end of the file", `const listener = { "Program:exit": go };`],
    ["imports another rule", `import other from "./no-other.js";`],
    ["imports the policy's insides", `import { schema } from "../src/policy/schema.js";`],
    ["imports the enum of node types", `import { AST_NODE_TYPES } from "@typescript-eslint/utils";`],
    ["imports ESLint", `import { Linter } from "eslint";`],
    ["imports a helper of Node", `import { readFileSync } from "node:fs";`],
    ["imports at run time", `const ts = await import("typescript");`],
    ["requires", `const ts = require("typescript");`],
    ["re-exports another rule", `export { default } from "./no-other.js";`],
  ])("is broken when a rule %s", (_, code) => {
    expect(lawbreaking(code)).not.toEqual([]);
  });
});

const FORBIDDEN_MEMBERS = new Set([
  "ast",
  "parent",
  "visitorKeys",
  "scopeManager",
  "getScope",
  "getAncestors",
  "getDeclaredVariables",
  "getNodeByRangeIndex",
  "markVariableAsUsed",
  "parserServices",
  "program",
  "esTreeNodeToTSNodeMap",
  "tsNodeToESTreeNodeMap",
  "getTypeChecker",
  "getTypeAtLocation",
  "getSymbolAtLocation",
]);

/** `CallExpression`, `Program:exit`, `CallExpression[callee.name='x']`, `A > B`, `:matches(A, B)`, `*`. */
const SELECTOR = /^(?:[A-Z][A-Za-z]+(?:$|[:[ >,+~.])|:|\*)/;

/** What a rule does that only the analysis may do: one line for each place. */
function lawbreaking(code: string): readonly string[] {
  const found: string[] = [];
  walk(parse(code, { sourceType: "module", loc: true }), (node) => {
    const reason = reasonAgainst(node);
    if (reason !== undefined) found.push(`line ${node.loc.start.line}: ${reason}`);
  });
  return found;
}

function reasonAgainst(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case "ImportDeclaration":
      return allowedImport(node.source.value, node.importKind === "type") ? undefined : `imports ${node.source.value}`;
    case "ExportAllDeclaration":
      return `re-exports ${node.source.value}`;
    case "ExportNamedDeclaration":
      return node.source === null ? undefined : `re-exports ${node.source.value}`;
    case "ImportExpression":
      return "imports at run time";
    case "CallExpression":
      return node.callee.type === "Identifier" && node.callee.name === "require" ? "requires a module" : undefined;
    case "MemberExpression":
      return forbiddenMember(memberName(node.property));
    case "Property":
      if (node.value.type === "Identifier" || node.value.type === "AssignmentPattern") {
        const forbidden = forbiddenMember(memberName(node.key));
        if (forbidden !== undefined) return forbidden;
      }
      return isListener(node) ? `listens to ${String(memberName(node.key))}` : undefined;
    case "BinaryExpression":
      return [node.left, node.right].some(readsType) ? "compares the type of a node" : undefined;
    case "SwitchStatement":
      return readsType(node.discriminant) ? "switches on the type of a node" : undefined;
    default:
      return undefined;
  }
}

function allowedImport(source: string, typeOnly: boolean): boolean {
  if (/^\.\.\/src\/(?:rule|analysis|fix)\//.test(source)) return true;
  return typeOnly && source === "@typescript-eslint/utils";
}

function forbiddenMember(name: string | undefined): string | undefined {
  return name !== undefined && FORBIDDEN_MEMBERS.has(name) ? `reads ${name}` : undefined;
}

function memberName(node: SyntaxNode): string | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

function isListener(property: TSESTree.Property): boolean {
  const name = memberName(property.key);
  if (name === undefined || !SELECTOR.test(name)) return false;
  return ["FunctionExpression", "ArrowFunctionExpression", "Identifier", "CallExpression", "MemberExpression"].includes(property.value.type);
}

function readsType(node: SyntaxNode): boolean {
  if (node.type === "ChainExpression") return readsType(node.expression);
  return node.type === "MemberExpression" && memberName(node.property) === "type";
}

function forbiddenEdges(file: string): readonly string[] {
  const layer = layerOf(file);
  if (layer === undefined) return [];
  const allowed = [layer, ...(LAYERS[layer] ?? [])];
  return importsOf(file)
    .filter(({ target }) => !allowed.some((part) => target.startsWith(`${part}/`)))
    .map(({ source }) => `${file} imports ${source}`);
}

function layerOf(file: string): string | undefined {
  return Object.keys(LAYERS).find((layer) => file.startsWith(`${layer}/`));
}

/** The files of ours that a file imports, as paths from the root, without the extension. */
function importsOf(file: string): readonly { readonly source: string; readonly target: string }[] {
  const found: { source: string; target: string }[] = [];
  walk(parse(readFileSync(join(root, file), "utf8"), { sourceType: "module" }), (node) => {
    if (!("source" in node) || node.source?.type !== "Literal" || typeof node.source.value !== "string") return;
    const source = node.source.value;
    if (!source.startsWith(".")) return;
    const target = relative(root, resolve(root, dirname(file), source)).split(sep).join("/");
    if (target !== "package.json") found.push({ source, target: target.replace(/\.js$/, "") });
  });
  return found;
}

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.split(sep).join("/")}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !/(?:^|\/)(?:dist|node_modules)\//.test(file))
    .toSorted();
}
