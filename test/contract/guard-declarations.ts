import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const types = fileURLToPath(new URL("../../types/", import.meta.url));

/** What one door of the guards offers. */
export interface Offer {
  /** `./tools authedTool`, and `./index EdgeAuth.stamp` for a member. */
  readonly name: string;
  readonly text: string;
  /** Class and what stands behind it, of each `@throws`. */
  readonly throws: readonly { readonly error: string; readonly when: string }[];
}

export interface Duration {
  readonly name: string;
  readonly text: string;
}

export interface Guards {
  readonly offers: readonly Offer[];
  /** Parameters and properties of offers that hold a time. */
  readonly durations: readonly Duration[];
  /** For each function that somebody outside can call: the error classes that it can be seen to throw. */
  readonly thrown: ReadonlyMap<string, { readonly offer: Offer; readonly errors: ReadonlySet<string> }>;
}

/** Reads the declarations and the code of every door with TypeScript's own parser and checker. */
export function readGuards(): Guards {
  const manifest = JSON.parse(readFileSync(join(types, "package.json"), "utf8")) as { exports: Record<string, string> };
  const doors = Object.entries(manifest.exports).filter(([, target]) => target.endsWith(".js"));
  const files = doors.map(([, target]) => join(types, target.replace("./dist/", "").replace(/\.js$/u, ".ts")));
  const parsed = ts.getParsedCommandLineOfConfigFile(join(types, "tsconfig.build.json"), { noEmit: true }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined })!;
  const program = ts.createProgram(files, parsed.options);
  const reader = new GuardReader(program.getTypeChecker());
  doors.forEach(([door], index) => { reader.door(door, program.getSourceFile(files[index]!)!); });
  return { offers: reader.offers, durations: reader.durations, thrown: reader.thrown };
}

const TIME = /^(?:now|since|until|at)$|timeout|delay|ttl|wait|expir|duration|deadline|retryafter|interval|\w(?:Ms|Seconds|At|Before)$/u;

class GuardReader {
  readonly offers: Offer[] = [];
  readonly durations: Duration[] = [];
  readonly thrown = new Map<string, { offer: Offer; errors: ReadonlySet<string> }>();
  readonly #checker: ts.TypeChecker;
  readonly #seen = new Set<ts.Node>();
  readonly #errors = new Map<ts.Node, Set<string>>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  door(door: string, file: ts.SourceFile): void {
    for (const exported of this.#checker.getExportsOfModule(this.#checker.getSymbolAtLocation(file)!)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(exported) : exported;
      const declaration = symbol.declarations?.find((each) => ours(each) && !ts.isTypeParameterDeclaration(each));
      if (!declaration || this.#seen.has(declaration)) continue;
      this.#seen.add(declaration);
      const offer = this.#offer(`${door} ${exported.name}`, declaration);
      if (ts.isFunctionDeclaration(declaration)) this.#callable(offer, declaration);
      this.#members(`${door} ${exported.name}`, declaration);
    }
  }

  #offer(name: string, declaration: ts.Declaration): Offer {
    const offer = { name, text: textOf(declaration), throws: throwsOf(declaration) };
    this.offers.push(offer);
    return offer;
  }

  #callable(offer: Offer, declaration: ts.FunctionLikeDeclaration): void {
    this.thrown.set(offer.name, { offer, errors: this.#errorsOf(declaration) });
    // Methods of what it returns are called by somebody else, later.
    const visit = (node: ts.Node): void => {
      if ((ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node)) && ts.isObjectLiteralExpression(node.parent)) this.#method(node);
      ts.forEachChild(node, visit);
    };
    if (declaration.body) visit(declaration.body);
  }

  /** The function that an object literal gives to a member of a type of ours, told by the type that is expected there. */
  #method(node: ts.MethodDeclaration | ts.PropertyAssignment): void {
    const code = ts.isMethodDeclaration(node) ? node : ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer) ? node.initializer : undefined;
    const { parent } = node;
    // What `Object.freeze` is given is expected where its result is.
    const given = ts.isCallExpression(parent.parent) && parent.parent.expression.getText() === "Object.freeze" ? parent.parent : parent;
    const expected = this.#checker.getContextualType(given as ts.Expression);
    const member = expected && ts.isIdentifier(node.name) ? this.#checker.getPropertyOfType(expected, node.name.text)?.declarations?.find(ours) : undefined;
    if (!code || !member || !(ts.isMethodSignature(member) || ts.isPropertySignature(member)) || !ts.isInterfaceDeclaration(member.parent)) return;
    if (ts.getJSDocTags(member.parent).some((tag) => tag.tagName.text === "internal")) return;
    const owner = member.parent;
    const name = `${owner.name.text}.${member.name.getText()}`;
    const offer = { name, text: textOf(member), throws: [...throwsOf(member), ...throwsOf(owner)] };
    const before = this.thrown.get(name)?.errors ?? new Set<string>();
    this.thrown.set(name, { offer, errors: new Set([...before, ...this.#errorsOf(code)]) });
  }

  /** Everything below a declaration that a caller gives or gets. */
  #members(name: string, declaration: ts.Declaration): void {
    const visit = (node: ts.Node, at: string): void => {
      if (ts.isBlock(node)) return;
      const isNamed = (ts.isParameter(node) || ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) && ts.isIdentifier(node.name);
      const here = isNamed ? `${at}.${(node.name).text}` : at;
      if (isNamed && TIME.test((node.name).text) && this.#isNumber(node)) this.durations.push({ name: here, text: textOf(node) });
      ts.forEachChild(node, (child) => { visit(child, here); });
    };
    visit(declaration, name);
  }

  #isNumber(node: ts.Node): boolean {
    const type = this.#checker.getNonNullableType(this.#checker.getTypeAtLocation(node));
    const result = type.getCallSignatures()[0]?.getReturnType() ?? type;
    return (result.flags & ts.TypeFlags.NumberLike) !== 0;
  }

  /** Classes that a call of this code can throw, as far as it is written here: by itself, and by functions of ours that it calls. */
  #errorsOf(code: ts.Node): ReadonlySet<string> {
    const known = this.#errors.get(code);
    if (known) return known;
    const found = new Set<string>();
    this.#errors.set(code, found);
    const body = (code as ts.FunctionLikeDeclaration).body ?? code;
    // A default of a parameter runs as well, and throws nothing here.
    this.#collect(body, found);
    return found;
  }

  #collect(node: ts.Node, found: Set<string>): void {
    if (ts.isTryStatement(node) && node.catchClause) {
      if (rethrows(node.catchClause)) this.#collect(node.tryBlock, found);
      this.#collect(node.catchClause.block, found);
      if (node.finallyBlock) this.#collect(node.finallyBlock, found);
      return;
    }
    if (ts.isThrowStatement(node) && ts.isNewExpression(node.expression)) found.add(node.expression.expression.getText());
    if (ts.isCallExpression(node)) this.#collectCall(node, found);
    // A function that is only made throws nothing; one that is passed to a function of the language or of ours is called.
    if (isFunction(node)) return;
    ts.forEachChild(node, (child) => { this.#collect(child, found); });
  }

  #collectCall(call: ts.CallExpression, found: Set<string>): void {
    const declaration = this.#declarationOf(call.expression);
    if (declaration && ours(declaration)) this.#collectFrom(declaration, call, found);
    if (declaration && !ours(declaration) && !isOfTheLanguage(declaration)) return;
    for (const argument of call.arguments) {
      const passed = isFunction(argument) ? argument : ts.isIdentifier(argument) ? this.#declarationOf(argument) : undefined;
      if (passed && ours(passed)) this.#collectFrom(passed, undefined, found);
    }
  }

  #collectFrom(declaration: ts.Node, call: ts.CallExpression | undefined, found: Set<string>): void {
    const code = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration;
    if (ts.isFunctionDeclaration(declaration) && declaration.name?.text === "refuse") {
      found.add(call?.arguments[1]?.getText() ?? "TypeError");
      return;
    }
    for (const { error } of throwsOf(declaration)) found.add(error);
    if (code && isFunction(code)) for (const error of this.#errorsOf(code)) found.add(error);
  }

  #declarationOf(node: ts.Node): ts.Declaration | undefined {
    const name = ts.isPropertyAccessExpression(node) ? node.name : node;
    const symbol = this.#checker.getSymbolAtLocation(name);
    return (symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol)?.declarations?.[0];
  }
}

function ours(node: ts.Node): boolean {
  const { fileName } = node.getSourceFile();
  return fileName.startsWith(types) && !fileName.includes("node_modules");
}

function isOfTheLanguage(node: ts.Node): boolean {
  return /\/lib\.[\w.]+\.d\.ts$/u.test(node.getSourceFile().fileName);
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node);
}

function rethrows({ variableDeclaration, block }: ts.CatchClause): boolean {
  const name = variableDeclaration?.name.getText();
  let does = false;
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && node.expression.getText() === name) does = true;
    ts.forEachChild(node, visit);
  };
  visit(block);
  return name !== undefined && does;
}

function textOf(node: ts.Node): string {
  const holder = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const comments = ts.getJSDocCommentsAndTags(holder).map((each) => ts.getTextOfJSDocComment(each.comment) ?? "");
  return comments.join(" ").trim();
}

function throwsOf(node: ts.Node): Offer["throws"] {
  return ts.getJSDocTags(node).filter((tag) => tag.tagName.text === "throws").map((tag) => ({
    error: (tag as ts.JSDocThrowsTag).typeExpression?.type.getText() ?? "",
    when: (ts.getTextOfJSDocComment(tag.comment) ?? "").trim(),
  }));
}
