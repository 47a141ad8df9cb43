import { type ChildProcess, spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Diagnostic {
  readonly range: Range;
  readonly severity?: number;
  readonly source?: string;
  readonly code?: number | string;
  readonly codeDescription?: { readonly href: string };
  readonly message: string;
}

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export interface WorkspaceEdit {
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
  readonly documentChanges?: readonly { readonly textDocument: { readonly uri: string }; readonly edits: readonly TextEdit[] }[];
}

export interface Command {
  readonly title: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

export interface CodeAction {
  readonly title: string;
  readonly kind?: string;
  readonly edit?: WorkspaceEdit;
  readonly command?: Command;
}

interface ServerOptions {
  /** The server's JavaScript file, started with this process's Node. */
  readonly script: string;
  /** The folder that the editor has open. */
  readonly workspace: string;
  /** What the editor answers when the server asks for its settings. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
}

/** Generous, for a machine that is busy with other things; an idle one answers within a second or two. */
const REQUEST_DEADLINE = 60_000;
const CHANGE_DEADLINE = 90_000;

/** For a test which waits several times. */
export const EDITOR_TEST_DEADLINE = 300_000;

/** An editor without a screen: speaks the Language Server Protocol with one server, about one document at a time. */
export class LanguageClient {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #published = new Map<string, readonly Diagnostic[]>();
  readonly #requestedEdits: WorkspaceEdit[] = [];
  readonly #log: string[] = [];
  readonly #texts = new Map<string, string>();
  #version = 0;

  private constructor(options: ServerOptions) {
    // A process group of its own, so that what the server starts ends with it.
    this.#process = spawn(process.execPath, [options.script, "--stdio"], { cwd: options.workspace, detached: true });
    const { stdin, stdout, stderr } = this.#process;
    if (stdin === null || stdout === null || stderr === null) throw new Error("The server was started without pipes.");
    stderr.on("data", (chunk: Buffer) => this.#log.push(chunk.toString()));
    this.#process.on("exit", (code, signal) => this.#log.push(`[exit ${String(code ?? signal)}]`));
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#answerTheServer(options);
    this.#connection.listen();
  }

  static async start(options: ServerOptions): Promise<LanguageClient> {
    const client = new LanguageClient(options);
    try {
      await client.#initialize(options);
      return client;
    } catch (error) {
      client.kill();
      throw error;
    }
  }

  open(uri: string, languageId: string, text: string): void {
    this.#texts.set(uri, text);
    this.#notify("textDocument/didOpen", { textDocument: { uri, languageId, version: ++this.#version, text } });
  }

  change(uri: string, text: string): void {
    this.#texts.set(uri, text);
    this.#notify("textDocument/didChange", { textDocument: { uri, version: ++this.#version }, contentChanges: [{ text }] });
  }

  /** The text as the editor shows it. */
  text(uri: string): string {
    const text = this.#texts.get(uri);
    if (text === undefined) throw new Error(`${uri} is not open.`);
    return text;
  }

  /** Asks for the diagnostics of a document until `settled` accepts the answer. */
  async pullDiagnostics(uri: string, settled: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    return this.#poll(settled, async () => {
      const report = await this.#request<{ kind: string; items: readonly Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
      return report.items;
    });
  }

  /** Waits until the diagnostics that the server has sent by itself satisfy `settled`. */
  async publishedDiagnostics(uri: string, settled: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    return this.#poll((found) => this.#published.has(uri) && settled(found), () => Promise.resolve(this.#published.get(uri) ?? []));
  }

  async codeActions(uri: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const answer = await this.#request<readonly CodeAction[] | null>("textDocument/codeAction", {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    return answer ?? [];
  }

  /** Does what the editor does when a person picks the action, and returns the document as it is afterwards. */
  async apply(uri: string, action: CodeAction): Promise<string> {
    this.#requestedEdits.length = 0;
    if (action.command !== undefined) {
      await this.#request("workspace/executeCommand", { command: action.command.command, arguments: action.command.arguments ?? [] });
    }
    const edits = [...(action.edit === undefined ? [] : [action.edit]), ...this.#requestedEdits].flatMap((edit) => editsOf(edit, uri));
    if (edits.length === 0) throw new Error(`The action "${action.title}" does not change ${uri}.`);
    this.change(uri, edited(this.text(uri), edits));
    return this.text(uri);
  }

  /** Ends the server, politely if it listens and by force in any case. */
  async stop(): Promise<void> {
    try {
      await this.#request("shutdown", null, 2000);
      this.#notify("exit");
    } catch {
      // A server that does not answer is ended below.
    }
    this.kill();
  }

  kill(): void {
    this.#connection.dispose();
    if (this.#process.pid === undefined) return;
    try {
      process.kill(-this.#process.pid, "SIGKILL");
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
    }
  }

  async #initialize({ workspace, initializationOptions }: ServerOptions): Promise<void> {
    const uri = pathToFileURL(workspace).href;
    await this.#request("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "workspace" }],
      initializationOptions,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          applyEdit: true,
          workspaceEdit: { documentChanges: true },
          diagnostics: { refreshSupport: true },
          didChangeConfiguration: { dynamicRegistration: true },
          executeCommand: { dynamicRegistration: true },
        },
        textDocument: {
          synchronization: { didSave: true },
          publishDiagnostics: { codeDescriptionSupport: true, versionSupport: true },
          diagnostic: { dynamicRegistration: true },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } } },
        },
      },
    });
    this.#notify("initialized", {});
  }

  #answerTheServer({ workspace, settings }: ServerOptions): void {
    const folders = [{ uri: pathToFileURL(workspace).href, name: "workspace" }];
    this.#connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) => items.map(() => settings ?? null));
    this.#connection.onRequest("workspace/workspaceFolders", () => folders);
    this.#connection.onRequest("workspace/diagnostic/refresh", () => null);
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.onRequest("client/unregisterCapability", () => null);
    this.#connection.onRequest("window/workDoneProgress/create", () => null);
    this.#connection.onRequest("window/showMessageRequest", ({ message }: { message: string }) => {
      this.#log.push(message);
      return null;
    });
    this.#connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
      this.#requestedEdits.push(edit);
      return { applied: true };
    });
    this.#connection.onNotification("textDocument/publishDiagnostics", (published: { uri: string; diagnostics: readonly Diagnostic[] }) => {
      this.#published.set(published.uri, published.diagnostics);
    });
    this.#connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.#log.push(message);
    });
    this.#connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
      this.#log.push(message);
    });
    this.#connection.onError(([error]) => this.#log.push(error.message));
  }

  async #poll(
    settled: (found: readonly Diagnostic[]) => boolean,
    look: () => Promise<readonly Diagnostic[]>,
  ): Promise<readonly Diagnostic[]> {
    const end = performance.now() + CHANGE_DEADLINE;
    for (;;) {
      const found = await look();
      if (settled(found)) return found;
      if (performance.now() > end) {
        throw new Error(this.#withLog(`The expected diagnostics did not come. The last ones: ${JSON.stringify(found, null, 2)}`));
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #request<Answer>(method: string, params: unknown, deadline = REQUEST_DEADLINE): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(this.#withLog(`${method} got no answer within ${deadline} ms.`)));
      }, deadline);
    });
    try {
      return await Promise.race([this.#connection.sendRequest<Answer>(method, params), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #notify(method: string, params?: unknown): void {
    this.#connection.sendNotification(method, params).catch((error: unknown) => this.#log.push(String(error)));
  }

  #withLog(message: string): string {
    return [message, "The server said:", ...this.#log].join("\n");
  }
}

/** The range of `part`, which stands once in `piece`, which stands once in the document. */
export function rangeOf(text: string, piece: string, part = piece): Range {
  const start = onlyIndexOf(text, piece) + onlyIndexOf(piece, part);
  return { start: positionAt(text, start), end: positionAt(text, start + part.length) };
}

function onlyIndexOf(text: string, piece: string): number {
  const index = text.indexOf(piece);
  if (index === -1 || text.includes(piece, index + 1)) throw new Error(`"${piece}" does not stand exactly once in the text.`);
  return index;
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function offsetAt(text: string, { line, character }: Position): number {
  const before = text.split("\n").slice(0, line);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + character;
}

function editsOf(edit: WorkspaceEdit, uri: string): readonly TextEdit[] {
  const changed = edit.documentChanges?.filter(({ textDocument }) => textDocument.uri === uri) ?? [];
  return [...changed.flatMap(({ edits }) => edits), ...(edit.changes?.[uri] ?? [])];
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const fromTheEnd = edits
    .map(({ range, newText }) => ({ start: offsetAt(text, range.start), end: offsetAt(text, range.end), newText }))
    .toSorted((one, other) => other.start - one.start);
  return fromTheEnd.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
