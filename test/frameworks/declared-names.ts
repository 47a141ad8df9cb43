import { join } from "node:path";
import * as ts from "typescript";
import type { ArgumentPlace, Framework } from "../../src/analysis/frameworks/framework.js";

/** A name of a framework's table, and whether the installed declarations have it. */
export interface DeclaredName {
  /** What it is, and where: `option needsApproval of tool`. */
  readonly what: string;
  readonly name: string;
  readonly declared: boolean;
}

/** Looks every name of a table up in the declarations that imports from a folder lead to; modules that are not there are left out. */
export function declaredNames(framework: Framework, folder: string, rename: (module: string) => string): readonly DeclaredName[] {
  const program = load([...modulesOf(framework)].map(rename), folder);
  const table = new Table(program, rename);
  const found = new Map<string, DeclaredName>();
  const add = (what: string, name: string, declared: boolean | undefined): void => {
    if (declared === undefined) return;
    const key = `${what} ${name}`;
    // A name that one of the modules or overloads has is there.
    found.set(key, { what, name, declared: declared || found.get(key)?.declared === true });
  };
  for (const { modules, path, forms, context = framework.context, timeoutKeys = framework.timeoutKeys } of framework.toolFactories) {
    const factory = table.at(modules, path);
    add("tool factory", path.join("."), factory && factory.length > 0);
    if (!factory || factory.length === 0) continue;
    for (const form of forms) {
      for (const place of [...form.schema, ...(form.handler ? [form.handler] : []), form.name]) if (place.key !== undefined && !isNameOfRecord(framework, place)) add(`option of ${path.join(".")}`, place.key, table.has(table.argument(factory, place.argument), place.key));
      if (form.options !== undefined) {
        const options = table.argument(factory, form.options);
        for (const key of framework.approval.toolKeys) add("approval of a tool", key, table.has(options, key));
        for (const key of timeoutKeys ?? []) add("time limit of a tool", key, table.has(options, key));
        if (context.contextSchemaKey !== undefined) add("schema of a tool's context", context.contextSchemaKey, table.has(options, context.contextSchemaKey));
      }
      const { handler } = form;
      if (!handler) continue;
      const given = table.argument(factory, handler.argument);
      const handlers = handler.key === undefined ? given : table.step(given, handler.key);
      const read = context.typedIdentity ?? context.identity;
      for (const [what, keys, parameter] of [["context", keysOf(read), context.parameter], ["verified part", context.verified ?? [], context.parameter], ["cancel signal", context.signal, context.signalParameter ?? context.parameter]] as const) {
        let at = table.argument(handlers, parameter);
        for (const key of keys) {
          add(`${what} of a handler of ${path.join(".")}`, key, table.has(at, key));
          at = table.step(at, key);
        }
      }
    }
  }
  for (const { modules, name, schemaKey, handlerKey, method } of framework.toolClasses) {
    const made = table.at(modules, [name, "new"]);
    add("tool class", name, made && made.length > 0);
    if (!made || made.length === 0) continue;
    add(`member of ${name}`, method, table.has(made, method));
    add(`member of ${name}`, schemaKey, table.has(made, schemaKey));
    if (handlerKey !== undefined) add(`member of ${name}`, handlerKey, table.has(made, handlerKey));
  }
  for (const { modules, path, options, toolsKeys, toolsArgument } of framework.agents) {
    const factory = table.at(modules, path);
    add("agent", path.join("."), factory && factory.length > 0);
    if (!factory || factory.length === 0) continue;
    // What is given to `new` is a parameter of the class, not of what it makes.
    const given = table.argument(path.at(-1) === "new" ? (table.at(modules, path.slice(0, -1)) ?? []) : factory, options);
    for (const key of toolsKeys) if (toolsArgument === undefined) add(`tools of ${path.join(".")}`, key, table.has(given, key));
    if (framework.id === "langchain") continue;
    for (const key of framework.approval.agentKeys) add("approval of an agent", key, table.has(given, key));
    for (const key of framework.approval.runDefaults ?? []) {
      add("options of an agent's runs", key, table.has(given, key));
      for (const inner of framework.approval.runKeys ?? []) add("approval of a run", inner, table.has(table.step(given, key), inner));
    }
    for (const key of [...framework.prompts.system, ...framework.prompts.user]) add("prompt", key, table.has(given, key));
  }
  for (const { modules, path, config } of framework.runs) {
    const run = table.at(modules, path);
    add("run", path.join("."), run && run.length > 0);
    if (!run || run.length === 0) continue;
    const given = table.argument(run, config);
    for (const key of [...framework.contextKeys, ...(framework.contextsByTool ?? []), ...(framework.approval.runKeys ?? []), ...(framework.unlimitedKeys ?? []), ...(framework.conversations?.runKeys ?? [])]) add("option of a run", key, table.has(given, key));
  }
  for (const { modules, path, options, key } of framework.conversations?.sessions ?? []) {
    const session = table.at(modules, path);
    add(`option of ${path.join(".")}`, key, session && table.has(table.argument(session, options), key));
  }
  addReplay(framework, table, add);
  addServers(framework, table, add);
  addToolServers(framework, table, add);
  return [...found.values()];
}

type Add = (what: string, name: string, declared: boolean | undefined) => void;

function addReplay({ agents, approval: { replay } }: Framework, table: Table, add: Add): void {
  if (!replay) return;
  for (const { modules, path, options } of agents) {
    const given = table.argument(table.at(modules, path.at(-1) === "new" ? path.slice(0, -1) : path) ?? [], options);
    for (const key of [replay.secretKey, ...replay.messagesKeys, ...replay.hookKeys]) add("option around an approval", key, given.length > 0 && table.has(given, key));
  }
  for (const { modules, path, place } of replay.converters) {
    const converter = table.at(modules, path);
    add("converter of messages", path.join("."), converter && converter.length > 0);
    if (converter && place.key !== undefined) add(`option of ${path.join(".")}`, place.key, table.has(table.argument(converter, place.argument), place.key));
  }
  for (const { modules, path, options, agentKey, messagesKey } of replay.runs) {
    const run = table.at(modules, path);
    add("run on messages", path.join("."), run && run.length > 0);
    for (const key of [agentKey, messagesKey]) add(`option of ${path.join(".")}`, key, run && table.has(table.argument(run, options), key));
  }
}

function addServers({ clientServers }: Framework, table: Table, add: Add): void {
  if (!clientServers) return;
  const { servers, connect, transports, handle, sessionKey, single, exchange, alone, perServer, perRequest } = clientServers;
  for (const { modules, path } of servers) {
    const made = table.at(modules, [...path, "new"]);
    add("server", path.join("."), made && made.length > 0);
    add(`method of ${path.join(".")}`, connect, made && table.has(made, connect));
  }
  for (const { modules, path } of transports) {
    const made = table.at(modules, [...path, "new"]);
    add("transport", path.join("."), made && made.length > 0);
    add(`method of ${path.join(".")}`, handle, made && table.has(made, handle));
    add(`option of ${path.join(".")}`, sessionKey, made && table.has(table.argument(table.at(modules, path) ?? [], 0), sessionKey));
  }
  for (const { modules, path } of single) {
    const made = table.at(modules, [...path, "new"]);
    add("transport for one request", path.join("."), made && made.length > 0);
    add(`method of ${path.join(".")}`, exchange, made && table.has(made, exchange));
  }
  for (const { modules, path, server, options, transportKey } of perServer) {
    const connecting = table.at(modules, path);
    add("function that connects a server", path.join("."), connecting && connecting.length > 0);
    add(`server that ${path.join(".")} connects`, connect, connecting && table.has(table.argument(connecting, server), connect));
    add(`option of ${path.join(".")}`, transportKey, connecting && table.has(table.argument(connecting, options), transportKey));
  }
  for (const { modules, path, maker } of perRequest) {
    const asking = table.at(modules, path);
    add("function that asks for a server", path.join("."), asking && asking.length > 0);
    // What it is given has to make what the table calls a server: something that connects.
    const given = asking ? table.argument(asking, maker) : [];
    // A type of a package that is not there says nothing.
    if (given.some(({ flags }) => flags & ts.TypeFlags.Any)) continue;
    add(`server that ${path.join(".")} asks for`, connect, asking && table.has(table.step(given, "()"), connect));
  }
  for (const { modules, path } of alone) add("transport", path.join("."), (table.at(modules, path)?.length ?? 1) > 0);
}

/** What answers requests for tools, gives servers away, holds one, or is the type of one. */
function addToolServers({ toolRequests = [], toolTypes = [], givenServers = [], hostClasses = [] }: Framework, table: Table, add: Add): void {
  for (const { modules, servers, method, list, call } of toolRequests) {
    for (const name of servers ? [] : [list, call]) add("request", name, (table.at(modules, [name])?.length ?? 1) > 0);
    for (const server of servers ?? []) add(`method of ${server.path.join(".")}`, method, (table.at(server.modules, [...server.path, method])?.length ?? 1) > 0);
  }
  for (const { modules, name } of toolTypes) add("type of a tool", name, table.declaresType(modules, name));
  for (const { modules, path, argument } of givenServers) {
    const giver = table.at(modules, path);
    add("function that gives a server away", path.join("."), giver && table.step(table.argument(giver, argument), "()").length > 0);
  }
  for (const { modules, path, context } of hostClasses) {
    const made = table.at(modules, [...path, "new"]);
    for (const key of keysOf(context.identity.replace("this", "$"))) add(`identity in ${path.join(".")}`, key, made && table.has(made, key));
  }
}

/** A tool of a record has its name by the record's key; reading `name` does no harm. */
function isNameOfRecord(framework: Framework, place: ArgumentPlace): boolean {
  return framework.id === "vercel-ai" && place.key === "name";
}

/** `$?.context.KEY` reads `context`. */
function keysOf(template: string): readonly string[] {
  return [...template.replace(/\(?\$/u, "").matchAll(/\.(?<key>\w+)/gu)].map(({ groups }) => groups?.key ?? "").filter((key) => key !== "KEY");
}

function modulesOf({ toolFactories, toolClasses, agents, runs, approval: { replay }, clientServers, toolRequests = [], toolTypes = [], givenServers = [], hostClasses = [] }: Framework): ReadonlySet<string> {
  const replayed = replay ? [...replay.converters, ...replay.runs] : [];
  const served = clientServers ? [...clientServers.servers, ...clientServers.transports, ...clientServers.single, ...clientServers.alone, ...clientServers.perServer, ...clientServers.perRequest] : [];
  // Packages that answer only to a file name are asked for that as well.
  return new Set([...toolFactories, ...toolClasses, ...agents, ...runs, ...replayed, ...served, ...toolRequests, ...toolTypes, ...givenServers, ...hostClasses].flatMap(({ modules }) => modules.flatMap((module) => [module, `${module}.js`])));
}

function load(modules: readonly string[], folder: string): ts.Program {
  const probe = join(folder, "names-of-frameworks.ts");
  const text = modules.map((module, index) => `import * as m${String(index)} from ${JSON.stringify(module)};\nexport const n${String(index)} = m${String(index)};`).join("\n");
  const options: ts.CompilerOptions = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022, strict: true, skipLibCheck: true, noEmit: true, types: [] };
  const host = ts.createCompilerHost(options);
  const withProbe: ts.CompilerHost = {
    ...host,
    getSourceFile: (name, version, ...rest) => (name === probe ? ts.createSourceFile(name, text, version, true) : host.getSourceFile(name, version, ...rest)),
    fileExists: (name) => name === probe || host.fileExists(name),
  };
  return ts.createProgram([probe], options, withProbe);
}

/** The types behind the steps of a table. A value may have several: overloads, unions. */
class Table {
  readonly #checker: ts.TypeChecker;
  readonly #namespaces = new Map<string, ts.Type>();
  readonly #types = new Map<string, ReadonlySet<string>>();
  readonly #rename: (module: string) => string;

  constructor(program: ts.Program, rename: (module: string) => string) {
    this.#checker = program.getTypeChecker();
    this.#rename = rename;
    const probe = program.getSourceFile(program.getRootFileNames()[0] ?? "");
    for (const statement of probe?.statements ?? []) {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
      const bound = statement.importClause?.namedBindings;
      const symbol = this.#checker.getSymbolAtLocation(statement.moduleSpecifier);
      if (symbol) this.#types.set(statement.moduleSpecifier.text, new Set(this.#checker.getExportsOfModule(symbol).filter((each) => this.#isType(each)).map(({ name }) => name)));
      if (symbol && bound && ts.isNamespaceImport(bound)) this.#namespaces.set(statement.moduleSpecifier.text, this.#checker.getTypeAtLocation(bound.name));
    }
  }

  /** What stands at the end of a path in the modules that have it; `undefined` where none of the modules is installed. */
  at(modules: readonly string[], path: readonly string[]): readonly ts.Type[] | undefined {
    const there = modules.flatMap((module) => this.#namespaces.get(this.#rename(module)) ?? this.#namespaces.get(this.#rename(`${module}.js`)) ?? []);
    if (there.length === 0) return undefined;
    return path.reduce<readonly ts.Type[]>((types, name) => this.step(types, name), there);
  }

  /** Whether one of the modules exports a type of that name; `undefined` where none of them is installed. */
  declaresType(modules: readonly string[], name: string): boolean | undefined {
    const there = modules.flatMap((module) => this.#types.get(this.#rename(module)) ?? this.#types.get(this.#rename(`${module}.js`)) ?? []);
    return there.length === 0 ? undefined : there.some((names) => names.has(name));
  }

  #isType(symbol: ts.Symbol): boolean {
    const { flags } = symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    return (flags & ts.SymbolFlags.Type) !== 0;
  }

  step(types: readonly ts.Type[], name: string): readonly ts.Type[] {
    if (name === "new" || name === "()") {
      const signatures = this.#signatures(types, name === "new");
      return signatures.map((signature) => signature.getReturnType()).flatMap((type) => this.#parts(type));
    }
    return this.#members(types, name).map((symbol) => this.#checker.getTypeOfSymbol(symbol)).flatMap((type) => this.#parts(type));
  }

  has(types: readonly ts.Type[], name: string): boolean {
    return this.#members(types, name).length > 0;
  }

  /** The types of a parameter in all signatures of a function or class. */
  argument(types: readonly ts.Type[], index: number): readonly ts.Type[] {
    return [...this.#signatures(types, false), ...this.#signatures(types, true)].flatMap((signature) => {
      const parameter = signature.getParameters()[index];
      return parameter ? this.#parts(this.#checker.getTypeOfSymbol(parameter)) : [];
    });
  }

  #signatures(types: readonly ts.Type[], construct: boolean): readonly ts.Signature[] {
    return types.flatMap((type) => this.#checker.getSignaturesOfType(type, construct ? ts.SignatureKind.Construct : ts.SignatureKind.Call));
  }

  #members(types: readonly ts.Type[], name: string): readonly ts.Symbol[] {
    return types.flatMap((type) => this.#checker.getPropertyOfType(type, name) ?? []);
  }

  /** Each of a union's members by itself, promises and parameters by what they stand for. */
  #parts(type: ts.Type, depth = 0): readonly ts.Type[] {
    if (depth > 6) return [type];
    if (type.isUnion()) return type.types.flatMap((member) => this.#parts(member, depth + 1));
    if (type.isIntersection()) return [type, ...type.types.flatMap((member) => this.#parts(member, depth + 1))];
    const constraint = type.flags & ts.TypeFlags.Instantiable ? this.#checker.getBaseConstraintOfType(type) : undefined;
    return constraint && constraint !== type ? [type, ...this.#parts(constraint, depth + 1)] : [type];
  }
}
